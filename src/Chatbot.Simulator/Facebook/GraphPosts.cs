using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary>Writing, scheduling, reading, changing and deleting posts.</summary>
internal sealed class GraphPosts(FacebookPlatform facebook, SimulatorCore core)
{
    private readonly PostPlan plan = new(facebook, core);
    private readonly GraphComments comments = new(facebook, core);

    public GraphReply OfPage(FacebookPage page, GraphRequest request) => (request.Method, request.Edge) switch
    {
        ("POST", "feed") => Write(page, request),
        ("POST", "photos") => Photo(page, request),
        ("POST", "videos") => Video(page, request),
        ("GET", "feed" or "published_posts") => List(page, request, p => p.IsPublished),
        ("GET", "scheduled_posts") => List(page, request, p => p.ScheduledFor is not null),
        _ => GraphErrors.UnknownObject,
    };

    public GraphReply One(FacebookPage page, PagePost post, GraphRequest request) => (request.Method, request.Edge) switch
    {
        ("GET", "") => GraphReply.Ok(Describe(post)),
        ("POST", "") => Change(page, post, request),
        ("DELETE", "") => Delete(page, post),
        (_, "comments") => comments.Under(page, post.Id, post.Id, request),
        _ => GraphErrors.UnknownObject,
    };

    private GraphReply Write(FacebookPage page, GraphRequest request)
    {
        var (message, link) = (request.Text("message"), request.Text("link"));
        if (message.Length == 0 && link.Length == 0 && request.Json("attached_media") is null) return GraphErrors.Bad("The post is empty. Please enter a message to share.");
        if (plan.Read(request, out var publishAt) is { } wrong) return wrong;
        if (page.Wall.Latest(page.PageId) is { } last && last.Message == message && last.Link == link && message.Length > 0) return GraphErrors.DuplicatePost;
        return GraphReply.Ok(new JsonObject { ["id"] = plan.Add(page, "status", message, link, request, publishAt).Id });
    }

    private GraphReply Photo(FacebookPage page, GraphRequest request)
    {
        if (request.Upload is null && request.Text("url").Length == 0) return GraphErrors.Make(324, null, "(#324) Requires upload file");
        if (request.Upload is { } file && MediaRules.Refuse("image", file.ContentType, file.Bytes.Length, byUrl: false) is { } refused) return refused;
        if (plan.Read(request, out var publishAt) is { } wrong) return wrong;
        var caption = request.Text("caption") is { Length: > 0 } text ? text : request.Text("message");
        var post = plan.Add(page, "photo", caption, "", request, publishAt);
        var answer = new JsonObject { ["id"] = post.Id.Split('_')[^1] };
        if (post.IsPublished) answer["post_id"] = post.Id;
        return GraphReply.Ok(answer);
    }

    private GraphReply Video(FacebookPage page, GraphRequest request)
    {
        if (request.Upload is null && request.Text("file_url").Length == 0) return GraphErrors.Make(324, null, "(#324) Requires upload file");
        if (plan.Read(request, out var publishAt) is { } wrong) return wrong;
        return GraphReply.Ok(new JsonObject { ["id"] = plan.Add(page, "video", request.Text("description"), "", request, publishAt).Id.Split('_')[^1] });
    }

    private static GraphReply List(FacebookPage page, GraphRequest request, Func<PagePost, bool> isWanted) =>
        GraphPaging.Page([.. page.Wall.Posts.Where(isWanted).Select(Describe)], request);

    private GraphReply Change(FacebookPage page, PagePost post, GraphRequest request)
    {
        if (post.CitizenKey.Length > 0) return GraphErrors.Make(200, null, "(#200) Only posts of the Page itself can be edited.");
        if (plan.Reschedule(page, post, request) is { } wrong) return wrong;
        if (request.Text("message") is { Length: > 0 } message && message != post.Message)
        {
            (post.Message, post.UpdatedAt) = (message, core.Clock.GetUtcNow());
            core.Schedule.After(TimeSpan.Zero, ct => facebook.Feed.OfPostAsync(page, post, "edited", ct));
        }

        return GraphReply.Success;
    }

    private GraphReply Delete(FacebookPage page, PagePost post)
    {
        post.IsDeleted = true;
        core.Schedule.After(TimeSpan.Zero, ct => facebook.Feed.OfPostAsync(page, post, "remove", ct));
        return GraphReply.Success;
    }

    private static JsonObject Describe(PagePost post)
    {
        var answer = new JsonObject { ["id"] = post.Id, ["created_time"] = GraphTime.Text(post.CreatedAt), ["is_published"] = post.IsPublished };
        if (post.Message.Length > 0) answer["message"] = post.Message;
        if (post.ScheduledFor is { } due) answer["scheduled_publish_time"] = due.ToUnixTimeSeconds();
        return answer;
    }
}
