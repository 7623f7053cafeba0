using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Facebook;

/// <summary>The <c>feed</c> webhooks of a Page: what happens to its posts and comments, its own doings included.</summary>
internal sealed class FeedNews(FacebookPlatform facebook, SimulatorClock clock)
{
    public Task<WebhookDelivery> OfPostAsync(FacebookPage page, PagePost post, string verb, CancellationToken ct)
    {
        var value = Start(post.AuthorId, post.AuthorName, post.Id, post.CreatedAt, verb == "remove" ? "post" : post.Kind, verb);
        if (verb == "remove") value["recipient_id"] = page.PageId;
        else value["published"] = post.IsPublished ? 1 : 0;
        if (verb != "remove" && post.Message.Length > 0) value["message"] = post.Message;
        if (post.Link.Length > 0) value["link"] = post.Link;
        return SendAsync(page, value, ct);
    }

    /// <param name="by">Who did it: the author, or the Page that hides a comment.</param>
    public Task<WebhookDelivery> OfCommentAsync(FacebookPage page, PageComment comment, string verb, (string Id, string Name) by, CancellationToken ct)
    {
        var value = Start(by.Id, by.Name, comment.PostId, comment.CreatedAt, "comment", verb);
        (value["comment_id"], value["parent_id"]) = (comment.Id, comment.ParentId);
        if (verb != "remove" && comment.Message.Length > 0) value["message"] = comment.Message;
        if (verb == "add" && comment.PhotoUrl.Length > 0) value["photo"] = comment.PhotoUrl;
        if (verb == "add" && page.Wall.Post(comment.PostId) is { } post) value["post"] = About(page, post);
        return SendAsync(page, value, ct);
    }

    /// <param name="reaction">Such as <c>like</c> or <c>care</c>.</param>
    public Task<WebhookDelivery> OfReactionAsync(FacebookPage page, PagePost post, string reaction, string verb, (string Id, string Name) by, CancellationToken ct)
    {
        var value = Start(by.Id, by.Name, post.Id, clock.GetUtcNow(), "reaction", verb);
        (value["reaction_type"], value["parent_id"]) = (reaction, post.Id);
        return SendAsync(page, value, ct);
    }

    private Task<WebhookDelivery> SendAsync(FacebookPage page, JsonObject value, CancellationToken ct) => facebook.Webhook.SendChangeAsync(page, "feed", value, ct);

    private static JsonObject Start(string authorId, string authorName, string postId, DateTimeOffset at, string item, string verb) => new()
    {
        ["from"] = new JsonObject { ["id"] = authorId, ["name"] = authorName },
        ["post_id"] = postId,
        ["created_time"] = at.ToUnixTimeSeconds(),
        ["item"] = item,
        ["verb"] = verb,
    };

    private static JsonObject About(FacebookPage page, PagePost post) => new()
    {
        ["id"] = post.Id,
        ["status_type"] = post.Kind == "photo" ? "added_photos" : post.Kind == "video" ? "added_video" : "mobile_status_update",
        ["is_published"] = post.IsPublished,
        ["updated_time"] = GraphTime.Text(post.UpdatedAt),
        ["permalink_url"] = $"https://www.facebook.com/{page.PageId}/posts/{post.Id.Split('_')[^1]}",
        ["promotion_status"] = "inactive",
    };
}
