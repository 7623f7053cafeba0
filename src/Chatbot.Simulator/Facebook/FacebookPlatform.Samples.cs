using System.Text.Json.Nodes;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Facebook;

/// <summary>Events that no button of the simulator produces: one of every known kind, batches, and whatever a test makes up.</summary>
public sealed partial class FacebookPlatform
{
    public static IReadOnlyList<string> SampleNames => FacebookSamples.Names;

    /// <exception cref="ArgumentException">No sample has this name.</exception>
    public Task<WebhookDelivery> EmitSampleAsync(string name, string citizen, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        return Webhook.SendAsync(Page(pageId), FacebookSamples.Make(name, Settings, talk, core.Clock, core.Random), "", ct);
    }

    /// <summary>Escapes, signs and sends a body of the test's own.</summary>
    public Task<WebhookDelivery> EmitAsync(JsonObject body, CancellationToken ct, string? pageId = null) => Webhook.SendAsync(Page(pageId), body, "", ct);

    /// <summary>Several persons' texts in one POST.</summary>
    /// <param name="inOneEntry">All events in one <c>messaging</c> array; otherwise an entry each, also for different Pages.</param>
    /// <returns>The delivery, with the message ids joined by commas.</returns>
    public Task<WebhookDelivery> SayTogetherAsync(
        IReadOnlyList<(string Citizen, string Text, string? PageId)> texts, bool inOneEntry, CancellationToken ct)
    {
        var heard = texts.Select(t => (t.PageId, Item: HearText(Conversation(t.Citizen, t.PageId), t.Text, out var id), Id: id)).ToList();
        var first = Page(texts[0].PageId);
        JsonObject[] entries = inOneEntry
            ? [Webhook.Entry(first, [.. heard.Select(h => ("messaging", h.Item))])]
            : [.. heard.Select(h => Webhook.Entry(Page(h.PageId), ("messaging", h.Item)))];
        return Webhook.SendAsync(first, FacebookWebhook.Envelope(entries), string.Join(',', heard.Select(h => h.Id)), ct);
    }

    /// <summary>A text of one person, and in the same entry what the Page only listens to: a text in a thread of another app.</summary>
    public Task<WebhookDelivery> SayBesideStandbyAsync(string citizen, string text, string overheard, string overheardText, CancellationToken ct, string? pageId = null)
    {
        var (page, said) = (Page(pageId), HearText(Conversation(citizen, pageId), text, out var id));
        var entry = Webhook.Entry(page, ("messaging", said), ("standby", HearText(Conversation(overheard, pageId), overheardText, out _)));
        return Webhook.SendAsync(page, FacebookWebhook.Envelope(entry), id, ct);
    }

    private JsonObject HearText(FacebookConversation talk, string text, out string id)
    {
        var message = Hear(talk, "text", text, "", "");
        id = message.Id;
        return events.FromCitizen(talk, "message", new JsonObject { ["mid"] = message.Id, ["text"] = text });
    }
}
