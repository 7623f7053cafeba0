using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Persistence;

namespace Chatbot.Channels;

/// <summary>An outbox body that is a file: which one and to whom. The platform's own JSON is made when it is sent, as it names an upload that expires.</summary>
internal sealed record FileBody(OutboundFile OurFile, Recipient To)
{
    private const string Start = "{\"our_file\":";
    private static readonly FileBodyJson Json = new(new JsonSerializerOptions(FileBodyJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>As a timeline shows it.</summary>
    public string Words => "📎 " + OurFile.Name;

    /// <summary>Without accents and blanks: not every platform's upload reads encoded names, and all look at the ending.</summary>
    public string UploadName => PlainText.Of(Path.GetFileNameWithoutExtension(OurFile.Name)).Replace(' ', '-') + Path.GetExtension(OurFile.Name);

    public string Write() => JsonSerializer.Serialize(this, Json.FileBody);

    /// <returns>Null: another kind of body.</returns>
    public static FileBody? Read(string body)
    {
        if (!body.StartsWith(Start, StringComparison.Ordinal)) return null;
        try
        {
            return JsonSerializer.Deserialize(body, Json.FileBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileBody))]
internal sealed partial class FileBodyJson : JsonSerializerContext;
