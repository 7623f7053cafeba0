using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>What people do in Messenger. Every call returns after the webhook's first attempt.</summary>
public sealed partial class FacebookPlatform
{
    private const int EditLimit = 5;

    public Task<WebhookDelivery> SaysAsync(string citizen, string text, CancellationToken ct, string? pageId = null, string? replyingTo = null)
    {
        var talk = Conversation(citizen, pageId);
        var message = Hear(talk, "text", text, "", replyingTo ?? "");
        var content = new JsonObject { ["mid"] = message.Id, ["text"] = text };
        if (replyingTo is not null) content["reply_to"] = new JsonObject { ["mid"] = replyingTo, ["is_self_reply"] = false };
        return TellAsync(talk, "messages", events.FromCitizen(talk, "message", content), ct);
    }

    /// <summary>Taps a button of a message, a card or the menu: a reply comes back as a postback; links and calls send nothing. The payload of a
    /// button that another app made stays with that app.</summary>
    public async Task<WebhookDelivery> TapsAsync(string citizen, ChatButton button, CancellationToken ct, string? pageId = null)
    {
        if (button.Action != ChatAction.Reply) return new WebhookDelivery("", DeliveryOutcome.NotSent, null);
        var talk = Conversation(citizen, pageId);
        var isForeign = talk.Messages.LastOrDefault(m => m.Buttons.Contains(button)) is { From: ChatSide.Official };
        var message = Hear(talk, "text", button.Title, "", "");
        var postback = new JsonObject { ["mid"] = message.Id, ["title"] = button.Title };
        if (!isForeign) postback["payload"] = button.Target;
        return await TellAsync(talk, "messaging_postbacks", events.FromCitizen(talk, "postback", postback), ct);
    }

    /// <summary>Taps a quick reply, which comes back as a message.</summary>
    public Task<WebhookDelivery> TapsQuickReplyAsync(string citizen, ChatButton reply, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        var shared = reply.Action switch
        {
            ChatAction.SharePhone => "+" + talk.Citizen.Phone,
            ChatAction.ShareEmail => talk.Citizen.Key + "@example.vn",
            _ => null,
        };
        var message = Hear(talk, "text", shared ?? reply.Title, "", "");
        var content = new JsonObject
        {
            ["mid"] = message.Id,
            ["text"] = message.Text,
            ["quick_reply"] = new JsonObject { ["payload"] = shared ?? reply.Target },
        };
        return TellAsync(talk, "messages", events.FromCitizen(talk, "message", content), ct);
    }

    public Task<WebhookDelivery> SendsImageAsync(string citizen, string url, CancellationToken ct, string? pageId = null) =>
        AttachAsync(citizen, "image", url.Length > 0 ? url : Media.Sample("image"), pageId, ct);

    public Task<WebhookDelivery> SendsVoiceAsync(string citizen, CancellationToken ct, string? pageId = null) =>
        AttachAsync(citizen, "audio", Media.Sample("audio"), pageId, ct);

    public Task<WebhookDelivery> SendsFileAsync(string citizen, string name, CancellationToken ct, string? pageId = null) =>
        AttachAsync(citizen, "file", Media.Sample("file", name), pageId, ct);

    /// <summary>The thumb: a sticker, and during the transition of summer 2026 also an image.</summary>
    public Task<WebhookDelivery> SendsStickerAsync(string citizen, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        var message = Hear(talk, "sticker", "", "", "");
        var picture = Media.Sample("image", "thumb.png");
        var sticker = new JsonObject { ["url"] = picture, ["sticker_id"] = 369239263222822 };
        var content = FacebookEvents.Attached(message.Id, FacebookEvents.Attachment("sticker", sticker));
        if (Settings.StickerWithImage)
            content["attachments"]!.AsArray().Add((JsonNode)FacebookEvents.Attachment("image", new JsonObject { ["url"] = picture }));
        return TellAsync(talk, "messages", events.FromCitizen(talk, "message", content), ct);
    }

    /// <summary>The legacy attachment; current apps cannot share a position, so the map link comes as text on most phones.</summary>
    public Task<WebhookDelivery> SendsLocationAsync(string citizen, double latitude, double longitude, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        var message = Hear(talk, "location", "", "", "");
        var coordinates = new JsonObject { ["lat"] = latitude, ["long"] = longitude };
        var location = FacebookEvents.Attachment("location", new JsonObject { ["coordinates"] = coordinates });
        return TellAsync(talk, "messages", events.FromCitizen(talk, "message", FacebookEvents.Attached(message.Id, location)), ct);
    }

    /// <param name="reaction">One of smile, angry, sad, wow, love, like, dislike, other; empty takes the reaction back.</param>
    public Task<WebhookDelivery> ReactsAsync(string citizen, string messageId, string reaction, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        core.Rewrite(talk, messageId, m => m with { Reaction = reaction });
        talk.Open(core.Clock.GetUtcNow(), MessagingWindow.Standard, false);
        var value = new JsonObject
        {
            ["reaction"] = reaction.Length > 0 ? reaction : "love",
            ["emoji"] = "❤️",
            ["action"] = reaction.Length > 0 ? "react" : "unreact",
            ["mid"] = messageId,
        };
        return TellAsync(talk, "message_reactions", events.FromCitizen(talk, "reaction", value), ct);
    }

    /// <exception cref="InvalidOperationException">The message is not the citizen's, or was edited five times already.</exception>
    public Task<WebhookDelivery> EditsAsync(string citizen, string messageId, string text, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        if (talk.Find(messageId)?.From != ChatSide.Citizen) throw new InvalidOperationException("Only one's own messages can be edited.");
        var edits = talk.Edits.GetValueOrDefault(messageId) + 1;
        if (edits > EditLimit) throw new InvalidOperationException("A message can be edited five times.");
        talk.Edits[messageId] = edits;
        core.Rewrite(talk, messageId, m => m with { Text = text });
        var value = new JsonObject { ["mid"] = messageId, ["text"] = text, ["num_edit"] = edits };
        return TellAsync(talk, "message_edits", events.FromCitizen(talk, "message_edit", value), ct);
    }

    private Task<WebhookDelivery> AttachAsync(string citizen, string type, string url, string? pageId, CancellationToken ct)
    {
        var talk = Conversation(citizen, pageId);
        var message = Hear(talk, type, "", url, "");
        var attachment = FacebookEvents.Attachment(type, new JsonObject { ["url"] = url });
        return TellAsync(talk, "messages", events.FromCitizen(talk, "message", FacebookEvents.Attached(message.Id, attachment)), ct);
    }

    private ChatMessage Hear(FacebookConversation talk, string kind, string text, string mediaUrl, string quotedId)
    {
        var now = core.Clock.GetUtcNow();
        talk.Open(now, talk.NextWindow ?? MessagingWindow.Standard, true);
        talk.NextWindow = null;
        return core.Record(talk, new ChatMessage(0, Ids.FacebookMessage(), ChatSide.Citizen, now, kind, text) { MediaUrl = mediaUrl, QuotedId = quotedId });
    }
}
