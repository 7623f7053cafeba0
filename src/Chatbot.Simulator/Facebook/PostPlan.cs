namespace Chatbot.Simulator.Facebook;

/// <summary>When a post goes out: at once, at a time ten minutes to thirty days ahead, or not at all.</summary>
internal sealed class PostPlan(FacebookPlatform facebook, SimulatorCore core)
{
    private static readonly TimeSpan Earliest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    /// <param name="publishAt">Null: at once, or never when <c>published</c> is false.</param>
    /// <returns>Null when the wish can be met.</returns>
    public GraphReply? Read(GraphRequest request, out DateTimeOffset? publishAt)
    {
        publishAt = null;
        var wish = request.Text("scheduled_publish_time");
        if (wish.Length == 0) return null;
        if (IsPublished(request)) return GraphErrors.Bad("You cannot specify a scheduled publish time on a published post");
        if (GraphTime.Read(wish) is not { } time) return GraphErrors.Bad("Param scheduled_publish_time is not a time");
        var ahead = time - core.Clock.GetUtcNow();
        if (ahead < Earliest || ahead > Latest) return GraphErrors.Bad("The specified scheduled publish time is invalid.");
        publishAt = time;
        return null;
    }

    public PagePost Add(FacebookPage page, string kind, string message, string link, GraphRequest request, DateTimeOffset? publishAt)
    {
        var post = page.Wall.Add(new PagePost(PageWall.NewPostId(page.PageId), kind, page.PageId, page.Name, message, link, core.Clock.GetUtcNow())
        {
            IsPublished = publishAt is null && IsPublished(request),
            ScheduledFor = publishAt,
        });
        core.Schedule.After(TimeSpan.Zero, ct => facebook.Feed.OfPostAsync(page, post, "add", ct));
        if (publishAt is { } due) PublishLater(page, post, due);
        return post;
    }

    /// <summary>Another time, or now with <c>is_published</c>.</summary>
    public GraphReply? Reschedule(FacebookPage page, PagePost post, GraphRequest request)
    {
        if (request.Text("is_published") == "true" && !post.IsPublished)
        {
            core.Schedule.After(TimeSpan.Zero, ct => PublishAsync(page, post, ct));
            return null;
        }

        if (request.Text("scheduled_publish_time").Length == 0) return null;
        if (post.IsPublished) return GraphErrors.Bad("The post is published already");
        if (Read(request with { Query = new Dictionary<string, string>(request.Query) { ["published"] = "false" } }, out var due) is { } wrong) return wrong;
        post.ScheduledFor = due;
        PublishLater(page, post, due!.Value);
        return null;
    }

    private void PublishLater(FacebookPage page, PagePost post, DateTimeOffset due) => core.Schedule.At(due, async ct =>
    {
        if (post.ScheduledFor == due) await PublishAsync(page, post, ct);   // otherwise it was moved
    });

    private async Task PublishAsync(FacebookPage page, PagePost post, CancellationToken ct)
    {
        if (post.IsDeleted || post.IsPublished) return;
        (post.IsPublished, post.ScheduledFor, post.UpdatedAt) = (true, null, core.Clock.GetUtcNow());
        await facebook.Feed.OfPostAsync(page, post, "add", ct);
    }

    private static bool IsPublished(GraphRequest request) => request.Text("published") is not ("false" or "0");
}
