using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chatbot.Channels.Zalo;

/// <summary>Zalo reports errors inside HTTP 200: zero is success, negative numbers are codes.</summary>
public sealed record ZaloReply<T>(int? Error, string? Message, T? Data);

/// <param name="Quota">Null: the platform did not say.</param>
public sealed record ZaloSent(string? MessageId, string? UserId, ZaloQuota? Quota);

/// <summary>What the message was counted against; <c>reply</c> is free, <c>sub_quota</c> and <c>purchase_quota</c> are paid.</summary>
public sealed record ZaloQuota(string? QuotaType);

/// <summary>The manual writes <c>oaid</c>, clients have seen <c>oa_id</c>.</summary>
public sealed record ZaloOa([property: JsonPropertyName("oaid")] string? DocumentedId, [property: JsonPropertyName("oa_id")] string? SeenId, string? Name)
{
    public string Id => SeenId ?? DocumentedId ?? "";
}

/// <summary>Answer of an upload: an id for a picture, a token for a paper; both live for seven days.</summary>
public sealed record ZaloUploaded(string? AttachmentId, string? Token);

/// <summary>Answer of the token endpoint; an answer without both tokens is a failure whatever its code.</summary>
public sealed record ZaloTokenReply(string? AccessToken, string? RefreshToken, int? ExpiresIn, int? Error);

internal sealed record ZaloOutgoing(ZaloRecipient Recipient, ZaloMessage Message);

internal sealed record ZaloRecipient(string? UserId, string? AnonymousId, string? ConversationId);

internal sealed record ZaloMessage(string Text, ZaloAttachment? Attachment);

internal sealed record ZaloAttachment(string Type, ZaloTemplate Payload);

internal sealed record ZaloTemplate(IReadOnlyList<ZaloButton> Buttons);

/// <param name="Payload">A string for queries, an object for links and numbers.</param>
internal sealed record ZaloButton(string Title, string Type, JsonElement Payload);

internal sealed record ZaloMediaOutgoing(ZaloRecipient Recipient, ZaloMediaMessage Message);

internal sealed record ZaloMediaMessage(ZaloMediaAttachment Attachment);

internal sealed record ZaloMediaAttachment(string Type, ZaloMedia Payload);

/// <summary>Elements for a picture, a token for a paper.</summary>
internal sealed record ZaloMedia
{
    public string? TemplateType { get; init; }

    public IReadOnlyList<ZaloMediaElement>? Elements { get; init; }

    public string? Token { get; init; }
}

internal sealed record ZaloMediaElement(string MediaType, string AttachmentId);

internal sealed record ZaloUrl(string Url);

internal sealed record ZaloPhone(string PhoneCode);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ZaloReply<ZaloSent>))]
[JsonSerializable(typeof(ZaloReply<ZaloOa>))]
[JsonSerializable(typeof(ZaloTokenReply))]
[JsonSerializable(typeof(ZaloReply<ZaloUploaded>))]
[JsonSerializable(typeof(ZaloOutgoing))]
[JsonSerializable(typeof(ZaloTemplateOutgoing))]
[JsonSerializable(typeof(ZaloArticleBody))]
[JsonSerializable(typeof(ZaloArticleToken))]
[JsonSerializable(typeof(ZaloBroadcastBody))]
[JsonSerializable(typeof(ZaloReply<ZaloArticleMade>))]
[JsonSerializable(typeof(ZaloMediaOutgoing))]
[JsonSerializable(typeof(ZaloUrl))]
[JsonSerializable(typeof(ZaloPhone))]
[JsonSerializable(typeof(string))]
internal sealed partial class ZaloJson : JsonSerializerContext
{
    /// <summary>Writes Vietnamese as it is instead of <c>\u</c> escapes: shorter, and readable in the stand-in's mailbox.</summary>
    public static ZaloJson Plain => PlainJson.Context;

    // Nested, as the generated half must have made its options first.
    private static class PlainJson
    {
        public static readonly ZaloJson Context =
            new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
