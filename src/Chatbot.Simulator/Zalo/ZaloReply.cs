using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Zalo;

/// <summary>The envelope of the OA API; it comes with HTTP 200 whatever <paramref name="Error"/> is.</summary>
internal sealed record ZaloReply(int Error, string Message, JsonNode? Data)
{
    public static ZaloReply Success(JsonNode? data) => new(0, "Success", data);

    public static ZaloReply Invalid(string field) => new(-201, $"{field} is invalid", null);

    public static ZaloReply TooLong(string field) => new(-210, $"{field} exceeds the maximum allowed value", null);

    /// <summary>The message that now lies in a mailbox; empty: none.</summary>
    public string Delivered { get; init; } = "";

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["error"] = Error, ["message"] = Message };
        if (Data is not null) json["data"] = Data;
        return json;
    }
}

/// <summary>Refusals with texts of our own; the platform's change and carry typing errors, so nobody may match on them.</summary>
internal static class ZaloErrors
{
    public static readonly ZaloReply RateLimited = new(-32, "Call rate limit is exceeded", null);
    public static readonly ZaloReply AttachmentUnknown = new(-100, "Attachment id is expired or unknown", null);
    public static readonly ZaloReply SendFailed = new(-200, "Send message failed", null);
    public static readonly ZaloReply AccountDisabled = new(-204, "Offical Account is disable", null);
    public static readonly ZaloReply OutOfQuota = new(-211, "Out of quota", null);
    public static readonly ZaloReply ArticleProcessing = new(-214, "Article is being processed", null);
    public static readonly ZaloReply TokenInvalid = new(-216, "Access token is invalid", null);
    public static readonly ZaloReply Blocked = new(-217, "User has blocked messages of this OA", null);
    public static readonly ZaloReply TokenExpired = new(-220, "Access token has expired", null);
    public static readonly ZaloReply UserGone = new(-227, "User is banned or has been inactived", null);
    public static readonly ZaloReply ArticleQuota = new(-223, "OA has exceeded the quota of articles", null);
    public static readonly ZaloReply OutsideWindow = new(-230, "User has not interacted with the OA in the past 7 days", null);
    public static readonly ZaloReply NeverInteracted = new(-232, "User has no interaction with this OA", null);
    public static readonly ZaloReply KindNotSupported = new(-233, "Message type is not support", null);
    public static readonly ZaloReply Night = new(-234, "This message is not allow to be sent at night (22:00 - 06:00)", null);
    public static readonly ZaloReply VersionClosed = new(-240, "This version of the API has been shut down", null);
    public static readonly ZaloReply ProofWrong = new(-242, "appsecret_proof is missing or wrong", null);
    public static readonly ZaloReply Restricted = new(-244, "User restricts this kind of message from the OA", null);
    public static readonly ZaloReply PolicyViolated = new(-248, "OA violates the platform policy", null);
    public static readonly ZaloReply NotByUserId = new(-249, "This template can not be sent by UID", null);
    public static readonly ZaloReply NotInGroup = new(-403, "OA is not in this group", null);
    public static readonly ZaloReply BillingNotLinked = new(-320, "OA is not linked to a ZBS account", null);
    public static readonly ZaloReply BillingEmpty = new(-321, "ZBS account is out of money or inactive", null);

    public static ZaloReply UnknownUser(ZaloSettings settings) => new(settings.UnknownUserError, "user_id is invalid", null);
}
