using System.Text.Json;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Whom a send is for: a person by PSID, who ticked a checkbox, a notification token, or who commented or posted.</summary>
internal sealed record SendTarget(FacebookConversation Talk)
{
    private static readonly string[] Keys =
        ["id", "user_ref", "comment_id", "post_id", "notification_messages_token", "one_time_notif_token", "phone_number", "login_id"];

    /// <summary>The window must be open: only for persons addressed by their id.</summary>
    public bool NeedsWindow { get; init; } = true;

    public bool NamesRecipient { get; init; } = true;

    /// <summary>Null unless this is a private reply: marks the comment or post as replied to.</summary>
    public Action<DateTimeOffset>? NoteReply { get; init; }

    /// <returns>Exactly one of the two.</returns>
    public static (SendTarget? Target, GraphReply? Refusal) Find(FacebookPlatform facebook, FacebookPage page, JsonElement recipient, DateTimeOffset now)
    {
        var given = Array.FindAll(Keys, key => recipient.Has(key));
        if (given.Length != 1) return (null, GraphErrors.Bad("Param recipient must have exactly one of " + string.Join(", ", Keys)));
        var value = recipient.Text(given[0]);
        return given[0] switch
        {
            "id" => Of(page.Find(value) is { } talk ? new SendTarget(talk) : null),
            "user_ref" => Of(page.Aliases.GetValueOrDefault(value) is { } talk ? new SendTarget(talk) { NeedsWindow = false, NamesRecipient = false } : null),
            "comment_id" => OfComment(facebook, page, page.Wall.Comment(value), now),
            "post_id" => OfPost(facebook, page, page.Wall.Post(value), now),
            "notification_messages_token" when facebook.Settings.NotificationMessages =>
                Of(page.Aliases.GetValueOrDefault(value) is { } talk ? new SendTarget(talk) { NeedsWindow = false } : null),
            "notification_messages_token" or "one_time_notif_token" => (null, GraphErrors.TokensRetired),
            _ => (null, GraphErrors.Bad("This kind of recipient is not available to this Page")),
        };
    }

    private static (SendTarget?, GraphReply?) Of(SendTarget? target) => target is null ? (null, GraphErrors.NoMatchingUser) : (target, null);

    private static (SendTarget?, GraphReply?) OfComment(FacebookPlatform facebook, FacebookPage page, PageComment? comment, DateTimeOffset now)
    {
        if (comment is null) return (null, GraphErrors.CommentNotValid);
        if (PrivateReply.Refuse(comment.CitizenKey, comment.CreatedAt, comment.RepliedPrivatelyAt, now) is { } refusal) return (null, refusal);
        return (Privately(facebook, page, comment.CitizenKey, at => comment.RepliedPrivatelyAt = at), null);
    }

    private static (SendTarget?, GraphReply?) OfPost(FacebookPlatform facebook, FacebookPage page, PagePost? post, DateTimeOffset now)
    {
        if (post is null) return (null, GraphErrors.CommentNotValid);
        if (PrivateReply.Refuse(post.CitizenKey, post.CreatedAt, post.RepliedPrivatelyAt, now) is { } refusal) return (null, refusal);
        return (Privately(facebook, page, post.CitizenKey, at => post.RepliedPrivatelyAt = at), null);
    }

    private static SendTarget Privately(FacebookPlatform facebook, FacebookPage page, string citizen, Action<DateTimeOffset> note) =>
        new(facebook.Conversation(citizen, page.PageId)) { NeedsWindow = false, NamesRecipient = facebook.Settings.PrivateReplyNamesRecipient, NoteReply = note };
}
