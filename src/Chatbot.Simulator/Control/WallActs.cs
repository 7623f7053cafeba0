using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Control;

/// <summary>Acts under the posts of a Page. A comment's own id is in the conversation of nobody: read it from <c>/control/facebook/wall</c>.</summary>
internal static class WallActs
{
    /// <returns>Null when Facebook knows no such act.</returns>
    public static Task<WebhookDelivery>? Do(FacebookPlatform facebook, CitizenAct act, CancellationToken ct) => act.Act switch
    {
        "comment" => CommentAsync(facebook, act, withPhoto: false, ct),
        "comment-photo" => CommentAsync(facebook, act, withPhoto: true, ct),
        "comment-edit" => facebook.EditsCommentAsync(act.Citizen, act.MessageId ?? "", act.Text, ct, act.Account),
        "comment-remove" => facebook.RemovesCommentAsync(act.Citizen, act.MessageId ?? "", ct, act.Account),
        "post" => PostAsync(facebook, act, ct),
        "post-react" => facebook.ReactsToPostAsync(act.Citizen, act.MessageId ?? "", act.Text, ct, act.Account),
        "official-private-reply" => facebook.OfficialRepliesPrivatelyAsync(act.MessageId ?? "", act.Text, ct, act.Account),
        _ => null,
    };

    private static async Task<WebhookDelivery> CommentAsync(FacebookPlatform facebook, CitizenAct act, bool withPhoto, CancellationToken ct)
    {
        var isAnswer = act.MessageId is { } id && facebook.Page(act.Account).Wall.Comment(id) is not null;
        var (_, delivery) = await facebook.CommentsAsync(
            act.Citizen, act.Text, ct, isAnswer ? null : act.MessageId, isAnswer ? act.MessageId : null, withPhoto, act.Account);
        return delivery;
    }

    private static async Task<WebhookDelivery> PostAsync(FacebookPlatform facebook, CitizenAct act, CancellationToken ct) =>
        (await facebook.PostsOnPageAsync(act.Citizen, act.Text, ct, act.Account)).Delivery;
}
