using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>What officials do in the Page inbox, and the platform to the Page. Every call returns after the webhook's first attempt.</summary>
public sealed partial class FacebookPlatform
{
    /// <summary>An official writes in the Page inbox. With conversation routing on, the inbox takes the thread first.</summary>
    /// <param name="appId">The app in the echo; null: the echo carries none.</param>
    /// <param name="buttons">Buttons of that app, whose payloads never reach the service; null: none.</param>
    public async Task<WebhookDelivery> OfficialWritesAsync(
        string citizen, string text, CancellationToken ct, string? pageId = null, string? appId = InboxAppId, IReadOnlyList<ChatButton>? buttons = null)
    {
        var talk = Conversation(citizen, pageId);
        if (Page(pageId).HasRouting && appId is not null) await Threads.TakeAsync(talk, appId, "", ct);
        var sent = core.Record(talk, new ChatMessage(0, Ids.FacebookMessage(), ChatSide.Official, core.Clock.GetUtcNow(), "text", text) { Buttons = buttons ?? [] });
        return await TellAsync(talk, "message_echoes", events.Echo(talk, sent, appId), ct);
    }

    /// <summary>Another app or the inbox hands the thread to the service's app.</summary>
    public Task<WebhookDelivery> PassesThreadToServiceAsync(string citizen, CancellationToken ct, string? pageId = null) =>
        Threads.PassAsync(Conversation(citizen, pageId), Settings.AppId, "", ct);

    /// <summary>The inbox takes the thread without writing.</summary>
    public Task<WebhookDelivery> InboxTakesThreadAsync(string citizen, CancellationToken ct, string? pageId = null) =>
        Threads.TakeAsync(Conversation(citizen, pageId), InboxAppId, "", ct);

    /// <summary>Warns, blocks or unblocks the Page for breaking a policy.</summary>
    public Task<WebhookDelivery> EnforcePolicyAsync(string action, string reason, CancellationToken ct, string? pageId = null)
    {
        var page = Page(pageId);
        page.IsRestricted = action == "block";
        var value = new JsonObject { ["action"] = action };
        if (action != "unblock") value["reason"] = reason;
        var item = new JsonObject
        {
            ["recipient"] = new JsonObject { ["id"] = page.PageId },
            ["timestamp"] = core.Clock.UnixMilliseconds,
            ["policy_enforcement"] = value,
        };
        return Webhook.SendAsync(page, "messaging", "messaging_policy_enforcement", item, ct);
    }

    /// <summary>The inbox asks the service's app for the thread, which must own it.</summary>
    public Task<WebhookDelivery> InboxRequestsThreadAsync(string citizen, CancellationToken ct, string? pageId = null) =>
        Threads.RequestAsync(Conversation(citizen, pageId), InboxAppId, "", ct);
}
