using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Chatbot.Catalogue;

/// <summary>Our own shape of the catalogue as JSON: what the database keeps and what the plain JSON Lines import reads. camelCase; enums as words.</summary>
/// <remarks>By reflection, not source-generated: a generated reader sets every init-only member that a file leaves out to null, past its initialiser.</remarks>
internal static class CatalogueJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // letters as letters: half the size, and a person can read the column
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonTypeInfo<Procedure> Procedure { get; } = (JsonTypeInfo<Procedure>)Options.GetTypeInfo(typeof(Procedure));

    public static JsonTypeInfo<ProcedureParts> Parts { get; } = (JsonTypeInfo<ProcedureParts>)Options.GetTypeInfo(typeof(ProcedureParts));

    public static JsonTypeInfo<FaqEntry> Faq { get; } = (JsonTypeInfo<FaqEntry>)Options.GetTypeInfo(typeof(FaqEntry));

    public static JsonTypeInfo<Office> Office { get; } = (JsonTypeInfo<Office>)Options.GetTypeInfo(typeof(Office));
}

/// <summary>Entries to and from the text that the database keeps.</summary>
internal static class CatalogueText
{
    public static string Write(Procedure procedure) => JsonSerializer.Serialize(procedure, CatalogueJson.Procedure);

    public static string Write(FaqEntry faq) => JsonSerializer.Serialize(faq, CatalogueJson.Faq);

    public static string Write(Office office) => JsonSerializer.Serialize(office, CatalogueJson.Office);

    /// <exception cref="JsonException">The column was changed by hand.</exception>
    public static Procedure Procedure(string text) => JsonSerializer.Deserialize(text, CatalogueJson.Procedure)!;

    public static FaqEntry Faq(string text) => JsonSerializer.Deserialize(text, CatalogueJson.Faq)!;

    public static Office Office(string text) => JsonSerializer.Deserialize(text, CatalogueJson.Office)!;
}
