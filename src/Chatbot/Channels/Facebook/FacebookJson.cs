using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chatbot.Channels.Facebook;

/// <summary>The platform's JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(IdText)])]
[JsonSerializable(typeof(FacebookOutgoing))]
[JsonSerializable(typeof(FacebookSent))]
[JsonSerializable(typeof(FacebookUploaded))]
[JsonSerializable(typeof(FacebookPosted))]
[JsonSerializable(typeof(FacebookProfileBody))]
[JsonSerializable(typeof(FacebookDone))]
[JsonSerializable(typeof(FacebookPageInfo))]
[JsonSerializable(typeof(FacebookList<FacebookSubscription>))]
[JsonSerializable(typeof(FacebookTokenInfo))]
[JsonSerializable(typeof(FacebookFailure))]
public sealed partial class FacebookJson : JsonSerializerContext;

/// <summary>Ids are strings, also where the platform writes a number.</summary>
public sealed class IdText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : LenientText.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary><c>true</c> and <c>"true"</c>.</summary>
public sealed class BooleanOrText : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LenientText.Read(ref reader) == "true";

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
