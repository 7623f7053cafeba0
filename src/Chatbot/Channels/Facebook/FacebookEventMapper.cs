using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>From the platform's words to ours. Takes whatever shape comes: numbers as strings, missing members, old spellings.</summary>
/// <param name="appId">Empty: not set; then only our metadata tells our own messages.</param>
/// <param name="now">Stands in where an event does not say when it happened.</param>
internal sealed class FacebookEventMapper(string appId, DateTimeOffset now)
{
    public ChannelEvent Map(string kind, JsonElement fragment) =>
        kind.StartsWith(FacebookKinds.Standby, StringComparison.Ordinal) ? Standby(kind[FacebookKinds.Standby.Length..], fragment) : Own(kind, fragment);

    private ChannelEvent Own(string kind, JsonElement fragment) => kind switch
    {
        FacebookKinds.Message => Message(fragment),
        FacebookKinds.Postback => Postback(fragment),
        FacebookKinds.Referral => new ChannelEvent.ChatOpened { Reference = Reference(fragment.Child("referral")) },
        FacebookKinds.Echo => Echo(fragment.Child("message")),
        FacebookKinds.Delivery => Receipt(fragment.Child("delivery"), seen: false),
        FacebookKinds.Read => Receipt(fragment.Child("read"), seen: true),
        FacebookKinds.Edit => Edit(fragment.Child("message_edit")),
        FacebookKinds.PassThread => Passed(fragment.Child("pass_thread_control")),
        FacebookKinds.TakeThread => IsOurs(fragment.Child("take_thread_control").Text("new_owner_app_id"))
            ? new ChannelEvent.ThreadReturned()
            : new ChannelEvent.ThreadTaken(),
        FacebookKinds.ResponseFeedback => Judged(fragment.Child("response_feedback")),
        FacebookKinds.Policy => Policy(fragment),
        _ => new ChannelEvent.Recorded(),
    };

    /// <summary>Another app answers this citizen: receipts and echoes still tell about messages, everything else says "be silent"; words are carried on, for they may cry for help.</summary>
    private ChannelEvent Standby(string kind, JsonElement fragment) => kind switch
    {
        FacebookKinds.Delivery or FacebookKinds.Read or FacebookKinds.Echo => Own(kind, fragment),
        FacebookKinds.Message => new ChannelEvent.ThreadTaken { Text = LenientText.Composed(fragment.Child("message").Text("text")) },
        _ => new ChannelEvent.ThreadTaken(),
    };

    private ChannelEvent Message(JsonElement fragment)
    {
        var message = fragment.Child("message");
        if (message.Text("is_deleted") == "true") return new ChannelEvent.Recorded();
        var attachments = FacebookAttachments.Read(message);
        var location = FacebookAttachments.Location(message);
        var text = LenientText.Composed(message.Text("text"));
        if (text.Length == 0 && attachments.Count == 0 && location is null) attachments = [new(AttachmentKind.Other, "")];   // "unsupported" at the platform
        return new ChannelEvent.MessageReceived(new(Channel.Facebook, fragment.Child("sender").Text("id"), text, SentAt(fragment))
        {
            MessageId = message.Text("mid"),
            Payload = NullIfEmpty(message.Child("quick_reply").Text("payload")),
            Attachments = attachments,
            Location = location,
            Reference = Reference(message.Child("referral")),
        });
    }

    private ChannelEvent Postback(JsonElement fragment)
    {
        var postback = fragment.Child("postback");
        return new ChannelEvent.MessageReceived(new(
            Channel.Facebook, fragment.Child("sender").Text("id"), LenientText.Composed(postback.Text("title")), SentAt(fragment))
        {
            MessageId = postback.Text("mid"),
            Payload = NullIfEmpty(postback.Text("payload")),
            Reference = Reference(postback.Child("referral")),
        });
    }

    private ChannelEvent Echo(JsonElement message)
    {
        var metadata = message.Text("metadata");
        var correlation = FacebookMark.Read(metadata) ?? (IsOurs(message.Text("app_id")) ? NullIfEmpty(metadata) : null);
        var source = correlation is not null || IsOurs(message.Text("app_id")) ? EchoSource.Ours : EchoSource.Official;
        return new ChannelEvent.Echo(source, message.Text("mid"), correlation, LenientText.Composed(message.Text("text")));
    }

    private static ChannelEvent Receipt(JsonElement receipt, bool seen) =>
        new ChannelEvent.Received(seen, [.. receipt.Child("mids").Items().Select(mid => mid.Text()).Where(mid => mid.Length > 0)],
            FacebookTime.Read(receipt.Text("watermark")));

    private static ChannelEvent Edit(JsonElement edit) =>
        new ChannelEvent.MessageEdited(edit.Text("mid"), LenientText.Composed(edit.Text("text")));

    /// <summary>Delivered to the new owner, so a missing or unknown name means us.</summary>
    private ChannelEvent Passed(JsonElement pass) =>
        pass.Text("new_owner_app_id") is { Length: > 0 } owner && appId.Length > 0 && !IsOurs(owner)
            ? new ChannelEvent.ThreadTaken()
            : new ChannelEvent.ThreadReturned();

    private static ChannelEvent Judged(JsonElement feedback) => feedback.Text("feedback") switch
    {
        "Good response" => new ChannelEvent.Feedback(feedback.Text("mid"), Good: true),
        "Bad response" => new ChannelEvent.Feedback(feedback.Text("mid"), Good: false),
        _ => new ChannelEvent.Recorded(),
    };

    private static ChannelEvent Policy(JsonElement fragment)
    {
        var policy = fragment.Child("policy_enforcement");
        if (policy.ValueKind != JsonValueKind.Object) policy = fragment.Child("policy-enforcement");
        return policy.Text("action") switch
        {
            "block" => new ChannelEvent.PolicyEnforced(PolicyAction.Blocked, policy.Text("reason")),
            "unblock" => new ChannelEvent.PolicyEnforced(PolicyAction.Unblocked, policy.Text("reason")),
            "warning" => new ChannelEvent.PolicyEnforced(PolicyAction.Warning, policy.Text("reason")),
            _ => new ChannelEvent.Recorded(),
        };
    }

    private bool IsOurs(string app) => app.Length > 0 && app == appId;

    private DateTimeOffset SentAt(JsonElement fragment) => FacebookTime.Read(fragment.Text("timestamp")) ?? now;

    private static string? Reference(JsonElement referral) => NullIfEmpty(referral.Text("ref"));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
