using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>What people do under the Page's posts. Comments open no messaging window; they allow one private reply.</summary>
public sealed partial class FacebookPlatform
{
    /// <param name="postId">Null: the Page's newest post, which is made when there is none.</param>
    /// <param name="answering">The comment that this one answers; null: the post itself.</param>
    /// <param name="withPhoto">A picture, and no text when <paramref name="text"/> is empty.</param>
    /// <returns>The comment and what became of its webhook.</returns>
    public async Task<(PageComment Comment, WebhookDelivery Delivery)> CommentsAsync(
        string citizen, string text, CancellationToken ct, string? postId = null, string? answering = null, bool withPhoto = false, string? pageId = null)
    {
        var page = Page(pageId);
        var under = answering is not null ? page.Wall.Comment(answering)?.PostId ?? throw new InvalidOperationException("No such comment.") : (postId ?? Newest(page).Id);
        if (page.Wall.Post(under) is null) throw new InvalidOperationException("No such post.");
        var (id, name) = Commenter(citizen, page);
        var comment = page.Wall.Add(new PageComment(PageWall.NewCommentId(under), under, answering ?? under, id, name, text, core.Clock.GetUtcNow())
        {
            CitizenKey = citizen,
            PhotoUrl = withPhoto ? Media.Sample("image") : "",
        });
        return (comment, await Feed.OfCommentAsync(page, comment, "add", (id, name), ct));
    }

    /// <exception cref="InvalidOperationException">The comment is gone or somebody else's.</exception>
    public Task<WebhookDelivery> EditsCommentAsync(string citizen, string commentId, string text, CancellationToken ct, string? pageId = null)
    {
        var comment = OwnComment(citizen, commentId, pageId);
        comment.Message = text;
        return Feed.OfCommentAsync(Page(pageId), comment, "edited", (comment.AuthorId, comment.AuthorName), ct);
    }

    /// <exception cref="InvalidOperationException">The comment is gone or somebody else's.</exception>
    public Task<WebhookDelivery> RemovesCommentAsync(string citizen, string commentId, CancellationToken ct, string? pageId = null)
    {
        var comment = OwnComment(citizen, commentId, pageId);
        comment.IsDeleted = true;
        return Feed.OfCommentAsync(Page(pageId), comment, "remove", (comment.AuthorId, comment.AuthorName), ct);
    }

    /// <summary>Writes on the Page's wall.</summary>
    public async Task<(PagePost Post, WebhookDelivery Delivery)> PostsOnPageAsync(string citizen, string text, CancellationToken ct, string? pageId = null)
    {
        var page = Page(pageId);
        var (id, name) = Commenter(citizen, page);
        var post = page.Wall.Add(new PagePost(PageWall.NewPostId(page.PageId), "post", id, name, text, "", core.Clock.GetUtcNow()) { IsPublished = true, CitizenKey = citizen });
        return (post, await Feed.OfPostAsync(page, post, "add", ct));
    }

    /// <param name="reaction">Such as <c>like</c> or <c>care</c>; empty takes it back.</param>
    public Task<WebhookDelivery> ReactsToPostAsync(string citizen, string postId, string reaction, CancellationToken ct, string? pageId = null)
    {
        var page = Page(pageId);
        var post = page.Wall.Post(postId) ?? throw new InvalidOperationException("No such post.");
        return Feed.OfReactionAsync(page, post, reaction.Length > 0 ? reaction : "like", reaction.Length > 0 ? "add" : "remove", Commenter(citizen, page), ct);
    }

    /// <summary>An official answers a comment in private from the Page inbox: nobody else can any more.</summary>
    public Task<WebhookDelivery> OfficialRepliesPrivatelyAsync(string commentId, string text, CancellationToken ct, string? pageId = null)
    {
        var comment = Page(pageId).Wall.Comment(commentId) ?? throw new InvalidOperationException("No such comment.");
        comment.RepliedPrivatelyAt = core.Clock.GetUtcNow();
        return OfficialWritesAsync(comment.CitizenKey, text, ct, pageId);
    }

    private PagePost Newest(FacebookPage page) => page.Wall.Posts.FirstOrDefault(p => p.IsPublished) ?? page.Wall.Add(
        new PagePost(PageWall.NewPostId(page.PageId), "status", page.PageId, page.Name, "Thông báo", "", core.Clock.GetUtcNow()) { IsPublished = true });

    private (string Id, string Name) Commenter(string citizen, FacebookPage page)
    {
        var talk = Conversation(citizen, page.PageId);
        return (Settings.CommenterIdIsPsid ? talk.CitizenId : Ids.Digits(16, "commenter", talk.CitizenId), talk.Citizen.Name);
    }

    private PageComment OwnComment(string citizen, string commentId, string? pageId) =>
        Page(pageId).Wall.Comment(commentId) is { } comment && comment.CitizenKey == citizen ? comment : throw new InvalidOperationException("Not this person's comment.");
}
