using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>Bodies of the events that conversations produce. Ids and timestamps are strings, as Zalo sends them.</summary>
internal sealed class ZaloEvents(ZaloSettings settings, TimeProvider clock)
{
    /// <summary>From the citizen to the OA.</summary>
    public JsonObject FromCitizen(ZaloConversation talk, string name, JsonObject message) =>
        Between(talk, name, new JsonObject { ["id"] = talk.CitizenId }, talk.AccountId, message);

    /// <summary>What the OA sent; also receipts, whose sender is the OA too.</summary>
    /// <param name="adminId">The official who wrote it in the chat tool; null: sent over the API.</param>
    public JsonObject FromAccount(ZaloConversation talk, string name, JsonObject message, string? adminId)
    {
        var sender = new JsonObject { ["id"] = talk.AccountId };
        if (adminId is not null) sender["admin_id"] = adminId;
        return Between(talk, name, sender, talk.CitizenId, message);
    }

    public JsonObject Follow(ZaloConversation talk, string name, string source)
    {
        var body = Start(talk, name);
        body["oa_id"] = talk.AccountId;
        body["follower"] = new JsonObject { ["id"] = talk.CitizenId };
        body["source"] = source;
        return body;
    }

    /// <summary><c>user_click_chatnow</c> and <c>user_withdraw</c>.</summary>
    public JsonObject About(ZaloConversation talk, string name)
    {
        var body = Start(talk, name);
        body["oa_id"] = talk.AccountId;
        body["user_id"] = talk.CitizenId;
        return body;
    }

    public static JsonObject Text(string text, string messageId) => new() { ["text"] = text, ["msg_id"] = messageId };

    public static JsonObject Attached(string type, JsonObject payload, string text, string messageId)
    {
        var message = new JsonObject
        {
            ["attachments"] = new JsonArray(new JsonObject { ["type"] = type, ["payload"] = payload }),
            ["msg_id"] = messageId,
        };
        if (text.Length > 0) message["text"] = text;
        return message;
    }

    /// <summary>The echo of a message, by its kind.</summary>
    public JsonObject Echo(ZaloConversation talk, ChatMessage message, string echoId, string? adminId)
    {
        var (name, content) = message switch
        {
            { Kind: "image" } => ("oa_send_image", Attached("image", Media(message.MediaUrl), message.Text, echoId)),
            { Kind: "gif" } => ("oa_send_gif", Attached("gif", Media(message.MediaUrl), message.Text, echoId)),
            { Kind: "sticker" } => ("oa_send_sticker", Attached("sticker", new JsonObject { ["id"] = "stk", ["url"] = message.MediaUrl }, "", echoId)),
            { Kind: "file" } => ("oa_send_file", Attached("file", File(settings, message.Text, message.MediaUrl), "", echoId)),
            { Kind: "request_user_info" or "template" } =>
                ("oa_send_template", Attached("template", new JsonObject { ["zinstant_id"] = "z1", ["text"] = message.Text, ["link_url"] = "" }, "", echoId)),
            { Kind: "list" } or { Buttons.Count: > 0 } => ("oa_send_list", Links(message, echoId)),
            _ => ("oa_send_text", Text(message.Text, echoId)),
        };
        return talk.AnonymousConversationId is null
            ? FromAccount(talk, name, content, adminId)
            : FromAccount(talk, name.Replace("oa_send_", "oa_send_anonymous_", StringComparison.Ordinal), WithConversation(talk, content), adminId);
    }

    public static JsonObject Media(string url) => new() { ["thumbnail"] = url, ["url"] = url };

    public static JsonObject File(ZaloSettings settings, string name, string url) => new()
    {
        ["url"] = url,
        ["name"] = name,
        ["type"] = Path.GetExtension(name).TrimStart('.'),
        ["size"] = settings.SizeAsNumber ? JsonValue.Create(48_213) : JsonValue.Create("48213"),
        ["checksum"] = "0cc175b9c0f1b6a831c399e269772661",
    };

    public static JsonObject WithConversation(ZaloConversation talk, JsonObject message)
    {
        message["conversation_id"] = talk.AnonymousConversationId;
        return message;
    }

    private static JsonObject Links(ChatMessage message, string echoId)
    {
        var links = message.Elements.Select(e => Link(e.Title, e.Subtitle, e.Tap?.Target ?? "", e.ImageUrl))
            .Concat(message.Buttons.Select(b => Link(b.Title, "", b.Action == ChatAction.OpenLink ? b.Target : "", "")));
        return new JsonObject { ["text"] = message.Text, ["attachments"] = new JsonArray([.. links]), ["msg_id"] = echoId };
    }

    private static JsonObject Link(string title, string description, string url, string thumbnail) => new()
    {
        ["type"] = "link",
        ["payload"] = new JsonObject { ["title"] = title, ["description"] = description, ["url"] = url, ["thumbnail"] = thumbnail },
    };

    private JsonObject Between(ZaloConversation talk, string name, JsonObject sender, string recipientId, JsonObject message)
    {
        var body = Start(talk, name);
        body["sender"] = sender;
        body["recipient"] = new JsonObject { ["id"] = recipientId };
        body["message"] = message;
        return body;
    }

    private JsonObject Start(ZaloConversation talk, string name)
    {
        var body = new JsonObject
        {
            ["app_id"] = settings.AppId,
            ["event_name"] = name,
            ["timestamp"] = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        if (settings.UserIdByApp && talk.AnonymousConversationId is null) body["user_id_by_app"] = talk.UserIdByApp;
        return body;
    }
}
