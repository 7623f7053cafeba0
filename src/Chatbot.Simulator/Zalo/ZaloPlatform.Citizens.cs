using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>What people do on their phones, and officials in the chat tool. Every call returns after the webhook's first attempt.</summary>
public sealed partial class ZaloPlatform
{
    /// <summary>A picture as citizens send it; nothing is served there.</summary>
    internal const string SampleImage = SampleHost + "/anh.jpg";

    private const string SampleHost = "https://photo-stal-1.zdn.vn";

    public Task<WebhookDelivery> SaysAsync(string citizen, string text, CancellationToken ct, string? oaId = null, string? quoting = null) =>
        SpeakAsync(Conversation(citizen, oaId), text, quoting, false, ct);

    /// <summary>Taps a button or a row: a reply comes back as a text; links and calls stay on the phone and send nothing.</summary>
    public async Task<WebhookDelivery> TapsAsync(string citizen, ChatButton button, CancellationToken ct, string? oaId = null)
    {
        if (button.Action is ChatAction.Reply or ChatAction.HiddenReply)
            return await SpeakAsync(Conversation(citizen, oaId), button.Target, null, button.Action == ChatAction.HiddenReply, ct);
        Conversation(citizen, oaId).Interact(core.Clock.GetUtcNow());
        return new WebhookDelivery("", DeliveryOutcome.NotSent, null);
    }

    public Task<WebhookDelivery> SendsImageAsync(string citizen, string url, string caption, CancellationToken ct, string? oaId = null) =>
        AttachAsync(Conversation(citizen, oaId), "image", ZaloEvents.Media(url), url, caption, ct);

    public Task<WebhookDelivery> SendsStickerAsync(string citizen, CancellationToken ct, string? oaId = null) => AttachAsync(
        Conversation(citizen, oaId), "sticker", new() { ["id"] = "7d1f52a0c9e84b36ff21", ["url"] = SampleHost + "/sticker.png" }, "", "", ct);

    public Task<WebhookDelivery> SendsVoiceAsync(string citizen, CancellationToken ct, string? oaId = null) => AttachAsync(
        Conversation(citizen, oaId), "audio", new() { ["url"] = "https://f2-voice-aac-dl.zdn.vn/giong-noi.aac" }, "", "", ct);

    public Task<WebhookDelivery> SendsFileAsync(string citizen, string name, CancellationToken ct, string? oaId = null) => AttachAsync(
        Conversation(citizen, oaId), "file", ZaloEvents.File(Settings, name, "https://f9-zpc.dlfl.vn/" + Uri.EscapeDataString(name)), "", "", ct);

    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    public Task<WebhookDelivery> SendsLocationAsync(
        string citizen, double latitude, double longitude, string place, CancellationToken ct, string? oaId = null)
    {
        var coordinates = new JsonObject
        {
            ["latitude"] = latitude.ToString(CultureInfo.InvariantCulture),
            ["longitude"] = longitude.ToString(CultureInfo.InvariantCulture),
        };
        return AttachAsync(Conversation(citizen, oaId), "location", new() { ["coordinates"] = coordinates }, "", place, ct);
    }

    public Task<WebhookDelivery> FollowsAsync(string citizen, CancellationToken ct, string? oaId = null)
    {
        var talk = Conversation(citizen, oaId);
        talk.Follows = true;
        talk.Interact(core.Clock.GetUtcNow());
        return Webhook.SendAsync(events.Follow(talk, "follow", "oa_profile"), false, ct);
    }

    public Task<WebhookDelivery> UnfollowsAsync(string citizen, CancellationToken ct, string? oaId = null)
    {
        var talk = Conversation(citizen, oaId);
        talk.Follows = false;
        return Webhook.SendAsync(events.Follow(talk, "unfollow", "oa_profile"), false, ct);
    }

    /// <summary>Opens the chat for the first time; the platform tells of it once per citizen and OA, and never after a first message.</summary>
    public Task<WebhookDelivery> OpensChatAsync(string citizen, CancellationToken ct, string? oaId = null)
    {
        var talk = Conversation(citizen, oaId);
        if (talk.ClickedChatNow || talk.Messages.Count > 0) return Task.FromResult(new WebhookDelivery("", DeliveryOutcome.NotSent, null));
        talk.ClickedChatNow = talk.MayBeWelcomed = true;
        return Webhook.SendAsync(events.About(talk, "user_click_chatnow"), false, ct);
    }

    /// <summary>Demands that the OA delete the citizen's data.</summary>
    public Task<WebhookDelivery> WithdrawsAsync(string citizen, CancellationToken ct, string? oaId = null) =>
        Webhook.SendAsync(events.About(Conversation(citizen, oaId), "user_withdraw"), false, ct);

    public Task<WebhookDelivery> ReactsAsync(string citizen, string messageId, string icon, CancellationToken ct, string? oaId = null)
    {
        var talk = Conversation(citizen, oaId);
        core.Rewrite(talk, messageId, m => m with { Reaction = icon });
        talk.Interact(core.Clock.GetUtcNow());
        return Webhook.SendAsync(
            events.FromCitizen(talk, "user_reacted_message", new() { ["msg_id"] = messageId, ["react_icon"] = icon }), false, ct);
    }

    /// <summary>Answers a request for information.</summary>
    /// <param name="legacy">In the flat shape from before 2025, with a district.</param>
    public Task<WebhookDelivery> SubmitsInfoAsync(string citizen, bool legacy, CancellationToken ct, string? oaId = null)
    {
        var talk = Conversation(citizen, oaId);
        talk.Interact(core.Clock.GetUtcNow());
        var body = events.FromCitizen(talk, "user_submit_info", []);
        body.Remove("message");
        body["info"] = legacy ? LegacyInfo(talk.Citizen) : Info(talk.Citizen);
        talk.SharedInfo = LegacyInfo(talk.Citizen);
        return Webhook.SendAsync(body, false, ct);
    }

    /// <summary>A visitor of the web chat without an account writes.</summary>
    public Task<WebhookDelivery> VisitorSaysAsync(string visitor, string text, CancellationToken ct, string? oaId = null)
    {
        var account = Account(oaId);
        var id = "anon-" + visitor;
        var talk = account.GetOrAdd(id, () => new ZaloConversation(account.OaId, core.Citizens[visitor], id, "", core.Options.MailboxCapacity)
        {
            AnonymousConversationId = "conv-" + visitor,
        });
        var message = Hear(talk, new ChatMessage(0, Ids.ZaloMessage(), ChatSide.Citizen, core.Clock.GetUtcNow(), "text", text));
        return Webhook.SendAsync(
            events.FromCitizen(talk, "anonymous_send_text", ZaloEvents.WithConversation(talk, ZaloEvents.Text(text, message.Id))), false, ct);
    }

    /// <summary>An official writes in OA Manager: the service learns of it by an echo with <c>sender.admin_id</c>.</summary>
    public Task<WebhookDelivery> OfficialWritesAsync(string citizen, string text, CancellationToken ct, string? oaId = null)
    {
        var talk = Conversation(citizen, oaId);
        var sent = core.Record(talk, new ChatMessage(0, Ids.ZaloMessage(), ChatSide.Official, core.Clock.GetUtcNow(), "text", text));
        return Webhook.SendAsync(events.Echo(talk, sent, sent.Id, Ids.Digits(19, "official", talk.AccountId)), false, ct);
    }

    private async Task<WebhookDelivery> SpeakAsync(ZaloConversation talk, string text, string? quoting, bool hidden, CancellationToken ct)
    {
        var message = Hear(talk, new ChatMessage(0, Ids.ZaloMessage(), ChatSide.Citizen, core.Clock.GetUtcNow(), "text", text)
        {
            IsHidden = hidden,
            QuotedId = quoting ?? "",
        });
        var content = ZaloEvents.Text(text, message.Id);
        if (quoting is not null) content["quote_msg_id"] = quoting;
        return await Webhook.SendAsync(events.FromCitizen(talk, "user_send_text", content), false, ct);
    }

    private Task<WebhookDelivery> AttachAsync(
        ZaloConversation talk, string type, JsonObject payload, string mediaUrl, string text, CancellationToken ct)
    {
        var message = Hear(talk, new ChatMessage(0, Ids.ZaloMessage(), ChatSide.Citizen, core.Clock.GetUtcNow(), type, text) { MediaUrl = mediaUrl });
        return Webhook.SendAsync(
            events.FromCitizen(talk, "user_send_" + type, ZaloEvents.Attached(type, payload, text, message.Id)), false, ct);
    }

    private ChatMessage Hear(ZaloConversation talk, ChatMessage message)
    {
        talk.Interact(core.Clock.GetUtcNow());
        return core.Record(talk, message);
    }

    private static JsonObject Info(Citizen citizen) => new()
    {
        ["name"] = citizen.Name,
        ["phone"] = citizen.Phone,
        ["user_dob"] = "02/09/1990",
        ["gender"] = "Nữ",
        ["full_address"] = new JsonObject { ["user_city"] = "Thành phố Sân Thử", ["user_ward"] = "Phường Sân Thử", ["user_address"] = "Số 1, ngõ 2" },
    };

    private static JsonObject LegacyInfo(Citizen citizen) => new()
    {
        ["name"] = citizen.Name,
        ["phone"] = citizen.Phone,
        ["address"] = "Số 1, ngõ 2",
        ["ward"] = "Phường Sân Thử",
        ["district"] = "Quận Cũ",
        ["city"] = "Thành phố Sân Thử",
    };
}
