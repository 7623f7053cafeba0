using System.Text.Json.Nodes;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The ways into a conversation other than writing: Get Started, links, advertisements, ice breakers, commands, plugins.</summary>
public sealed partial class FacebookPlatform
{
    /// <summary>Presses Get Started on a new thread, or follows an m.me link into an existing one.</summary>
    /// <param name="reference">The link's <c>ref</c>; empty: none.</param>
    public Task<WebhookDelivery> StartsAsync(string citizen, string reference, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        var isNew = talk.Messages.Count == 0;
        var referral = new JsonObject { ["ref"] = reference, ["source"] = "SHORTLINK", ["type"] = "OPEN_THREAD" };
        if (!isNew)
        {
            talk.Open(core.Clock.GetUtcNow(), MessagingWindow.Standard, false);
            return TellAsync(talk, "messaging_referrals", events.FromCitizen(talk, "referral", referral), ct);
        }

        var payload = (Page(pageId).Profile["get_started"] as JsonObject)?.String("payload") ?? "GET_STARTED";
        var message = Hear(talk, "text", "Bắt đầu", "", "");
        var postback = new JsonObject { ["mid"] = message.Id, ["title"] = "Bắt đầu", ["payload"] = payload };
        if (reference.Length > 0) postback["referral"] = referral;
        return TellAsync(talk, "messaging_postbacks", events.FromCitizen(talk, "postback", postback), ct);
    }

    /// <summary>Taps an advertisement that opens Messenger; the first message that follows keeps the window open longer.</summary>
    public Task<WebhookDelivery> TapsAdAsync(string citizen, string reference, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        talk.NextWindow = Settings.AdWindow;
        var referral = new JsonObject
        {
            ["ref"] = reference,
            ["ad_id"] = "120200000000017",
            ["source"] = "ADS",
            ["type"] = "OPEN_THREAD",
            ["ads_context_data"] = new JsonObject { ["ad_title"] = "Ngày hội dịch vụ công", ["post_id"] = talk.AccountId + "_77" },
        };
        return TellAsync(talk, "messaging_referrals", events.FromCitizen(talk, "referral", referral), ct);
    }

    /// <summary>Taps a question offered on a new thread: it is posted as a text of the person's and comes as a postback.</summary>
    /// <exception cref="InvalidOperationException">The Page offers no such question.</exception>
    public Task<WebhookDelivery> TapsIceBreakerAsync(string citizen, string question, CancellationToken ct, string? pageId = null)
    {
        var offered = ShownProfile.Of(Page(pageId), Conversation(citizen, pageId)).IceBreakers;
        var tapped = offered.FirstOrDefault(b => b.Title == question) ?? throw new InvalidOperationException("The Page offers no such question.");
        return TapsAsync(citizen, tapped, ct, pageId);
    }

    /// <summary>Writes with a command of the Page: an ordinary text that also names it.</summary>
    public Task<WebhookDelivery> CommandsAsync(string citizen, string command, string text, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        var message = Hear(talk, "text", text, "", "");
        var content = new JsonObject { ["mid"] = message.Id, ["text"] = text, ["commands"] = new JsonArray(new JsonObject { ["name"] = command }) };
        return TellAsync(talk, "messages", events.FromCitizen(talk, "message", content), ct);
    }

    /// <summary>Ticks the checkbox plugin on a web page: the service learns a reference, not yet the person.</summary>
    /// <param name="userRef">Made up by the web page; sends to it are accepted from now on.</param>
    public Task<WebhookDelivery> TicksCheckboxAsync(string citizen, string userRef, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        Page(pageId).Aliases[userRef] = talk;
        var item = events.FromCitizen(talk, "optin", new JsonObject { ["ref"] = "form", ["user_ref"] = userRef });
        item.Remove("sender");
        return Webhook.SendAsync(Page(pageId), "messaging", "messaging_optins", item, ct);
    }

    /// <summary>Asks for notifications on a topic; whether the token can be used is <see cref="FacebookSettings.NotificationMessages"/>.</summary>
    public Task<WebhookDelivery> AsksForNotificationsAsync(string citizen, string topic, CancellationToken ct, string? pageId = null)
    {
        var talk = Conversation(citizen, pageId);
        var token = Ids.Opaque(24);
        Page(pageId).Aliases[token] = talk;
        var value = new JsonObject
        {
            ["type"] = "notification_messages",
            ["title"] = topic,
            ["payload"] = topic,
            ["notification_messages_token"] = token,
            ["notification_messages_timezone"] = "Asia/Ho_Chi_Minh",
            ["user_token_status"] = "NOT_REFRESHED",
        };
        return TellAsync(talk, "messaging_optins", events.FromCitizen(talk, "optin", value), ct);
    }
}
