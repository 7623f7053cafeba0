using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary>The Page answers, hides, shows and deletes comments; each comes back over the webhook as its own doing.</summary>
internal sealed class GraphComments(FacebookPlatform facebook, SimulatorCore core)
{
    private const int TextLimit = 8_000;

    public GraphReply One(FacebookPage page, PageComment comment, GraphRequest request) => (request.Method, request.Edge) switch
    {
        ("GET", "") => GraphReply.Ok(Describe(comment)),
        ("POST", "") => Change(page, comment, request),
        ("DELETE", "") => Delete(page, comment),
        (_, "comments") => Under(page, comment.PostId, comment.Id, request),
        _ => GraphErrors.UnknownObject,
    };

    /// <summary>The comments of a post or the answers to a comment: lists them, or adds one of the Page.</summary>
    public GraphReply Under(FacebookPage page, string postId, string parentId, GraphRequest request)
    {
        if (request.Method == "GET") return GraphPaging.Page([.. page.Wall.CommentsUnder(parentId).Select(Describe)], request);
        if (request.Method != "POST") return GraphErrors.UnknownObject;
        var message = request.Text("message");
        if (message.Length == 0) return GraphErrors.Bad("The parameter message is required");
        if (message.Length > TextLimit) return GraphErrors.TooLong("message", TextLimit);
        var comment = page.Wall.Add(new PageComment(PageWall.NewCommentId(postId), postId, parentId, page.PageId, page.Name, message, core.Clock.GetUtcNow()));
        Tell(page, comment, "add");
        return GraphReply.Ok(new JsonObject { ["id"] = comment.Id });
    }

    private GraphReply Change(FacebookPage page, PageComment comment, GraphRequest request)
    {
        if (bool.TryParse(request.Text("is_hidden"), out var hidden))
        {
            if (comment.CitizenKey.Length == 0) return GraphErrors.Bad("The Page's own comment cannot be hidden");
            if (comment.IsHidden == hidden) return GraphReply.Success;
            comment.IsHidden = hidden;
            Tell(page, comment, hidden ? "hide" : "unhide");
            return GraphReply.Success;
        }

        if (request.Text("message") is not { Length: > 0 } message || comment.CitizenKey.Length > 0) return GraphErrors.Bad("Nothing to change");
        comment.Message = message;
        Tell(page, comment, "edited");
        return GraphReply.Success;
    }

    private GraphReply Delete(FacebookPage page, PageComment comment)
    {
        comment.IsDeleted = true;
        Tell(page, comment, "remove");
        return GraphReply.Success;
    }

    private void Tell(FacebookPage page, PageComment comment, string verb) =>
        core.Schedule.After(TimeSpan.Zero, ct => facebook.Feed.OfCommentAsync(page, comment, verb, (page.PageId, page.Name), ct));

    private JsonObject Describe(PageComment comment) => new()
    {
        ["id"] = comment.Id,
        ["message"] = comment.Message,
        ["created_time"] = GraphTime.Text(comment.CreatedAt),
        ["from"] = new JsonObject { ["id"] = comment.AuthorId, ["name"] = comment.AuthorName },
        ["is_hidden"] = comment.IsHidden,
        ["can_reply_privately"] = PrivateReply.Refuse(comment.CitizenKey, comment.CreatedAt, comment.RepliedPrivatelyAt, core.Clock.GetUtcNow()) is null,
    };
}
