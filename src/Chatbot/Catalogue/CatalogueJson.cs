using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chatbot.Catalogue;

/// <summary>Our own shape of the catalogue as JSON: what the database keeps and what the plain JSON Lines import reads. camelCase; enums as words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(EnumWord<AgencyLevel>), typeof(EnumWord<ProcedureStatus>), typeof(EnumWord<Detail>), typeof(EnumWord<OnlineLevel>),
        typeof(EnumWord<Answerable>), typeof(EnumWord<SubmissionChannel>), typeof(EnumWord<TimeUnit>), typeof(EnumWord<DayOfWeek>),
    ])]
[JsonSerializable(typeof(Procedure))]
[JsonSerializable(typeof(FaqEntry))]
[JsonSerializable(typeof(Office))]
internal sealed partial class CatalogueJson : JsonSerializerContext;

/// <summary>Entries to and from the text that the database keeps.</summary>
internal static class CatalogueText
{
    // Vietnamese letters as letters, not as escapes: half the size, and a person can read the column.
    private static readonly CatalogueJson Readable =
        new(new JsonSerializerOptions(CatalogueJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(Procedure procedure) => JsonSerializer.Serialize(procedure, Readable.Procedure);

    public static string Write(FaqEntry faq) => JsonSerializer.Serialize(faq, Readable.FaqEntry);

    public static string Write(Office office) => JsonSerializer.Serialize(office, Readable.Office);

    /// <exception cref="JsonException">The column was changed by hand.</exception>
    public static Procedure Procedure(string text) => JsonSerializer.Deserialize(text, Readable.Procedure)!;

    public static FaqEntry Faq(string text) => JsonSerializer.Deserialize(text, Readable.FaqEntry)!;

    public static Office Office(string text) => JsonSerializer.Deserialize(text, Readable.Office)!;
}

internal sealed class EnumWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
