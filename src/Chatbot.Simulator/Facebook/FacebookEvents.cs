using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Elements of <c>messaging</c> that conversations produce.</summary>
internal sealed class FacebookEvents(FacebookSettings settings, TimeProvider clock)
{
    /// <summary>From the person to the Page, with one member such as <c>message</c> or <c>postback</c>.</summary>
    public JsonObject FromCitizen(Conversation talk, string member, JsonNode? value) => Between(talk.CitizenId, talk.AccountId, member, value);

    /// <summary>The echo of a message of the Page.</summary>
    /// <param name="appId">Null: left out, as for some automatic replies.</param>
    public JsonObject Echo(Conversation talk, ChatMessage message, string? appId)
    {
        var content = new JsonObject { ["mid"] = message.Id, ["is_echo"] = true };
        if (appId is not null) content["app_id"] = AppNumber(appId);
        if (message.Text.Length > 0) content["text"] = message.Text;
        if (message.Metadata.Length > 0) content["metadata"] = message.Metadata;
        if (EchoedAttachment(message) is { } attachment) content["attachments"] = new JsonArray(attachment);
        return Between(talk.AccountId, talk.CitizenId, "message", content);
    }

    /// <summary>App ids are JSON numbers in practice.</summary>
    public static JsonValue AppNumber(string appId) =>
        long.TryParse(appId, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(appId);

    public static JsonObject Attached(string messageId, params JsonNode[] attachments) =>
        new() { ["mid"] = messageId, ["attachments"] = new JsonArray(attachments) };

    public static JsonObject Attachment(string type, JsonObject payload) => new() { ["type"] = type, ["payload"] = payload };

    /// <summary>Adds members that the manual does not announce.</summary>
    public static void AddUnknownMembers(JsonObject item, SeededRandom random)
    {
        item["hop_context"] = new JsonArray();
        item["tags"] = new JsonObject { ["source"] = "customer_chat_plugin" };
        if (item["message"] is JsonObject message)
        {
            message["seq"] = random.Next(10_000);
            message["nlp"] = new JsonObject { ["entities"] = new JsonObject() };
        }
    }

    private static JsonObject? EchoedAttachment(ChatMessage message) => message.Kind switch
    {
        "cards" => Template("generic", message.Elements.SelectMany(e => e.Buttons)),
        _ when message.Buttons.Count > 0 => Template("button", message.Buttons),
        "image" or "audio" or "video" or "file" => Attachment(message.Kind, new JsonObject { ["url"] = message.MediaUrl }),
        _ => null,
    };

    private static JsonObject Template(string type, IEnumerable<ChatButton> buttons)
    {
        var titles = buttons.Select(b => (JsonNode)new JsonObject { ["title"] = b.Title });
        return new JsonObject
        {
            ["title"] = "",
            ["url"] = null,
            ["type"] = "template",
            ["payload"] = new JsonObject { ["template_type"] = type, ["buttons"] = new JsonArray([.. titles]) },
        };
    }

    private JsonObject Between(string sender, string recipient, string member, JsonNode? value)
    {
        var now = settings.TimestampInSeconds ? clock.GetUtcNow().ToUnixTimeSeconds() : clock.GetUtcNow().ToUnixTimeMilliseconds();
        return new JsonObject
        {
            ["sender"] = new JsonObject { ["id"] = sender },
            ["recipient"] = new JsonObject { ["id"] = recipient },
            ["timestamp"] = settings.TimestampAsText ? JsonValue.Create(now.ToString(CultureInfo.InvariantCulture)) : JsonValue.Create(now),
            [member] = value,
        };
    }
}
