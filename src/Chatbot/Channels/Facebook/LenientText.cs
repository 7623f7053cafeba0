using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>Reads strings as the platform really sends them: numbers for strings, half an emoji, a NUL that no database takes.</summary>
internal static class LenientText
{
    /// <summary>The scalar the reader stands on; empty for null, objects and lists, which are skipped.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return StoredText.Clean(reader.ValueIsEscaped ? Repaired(reader) : Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.Number: return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True: return "true";
            case JsonTokenType.False: return "false";
            default: reader.Skip(); return "";
        }
    }

    /// <summary>A member's scalar; empty when it is missing, null, an object or a list.</summary>
    public static string Text(this JsonElement parent, string name) => parent.Child(name).Text();

    /// <summary>The scalar itself; empty for null, objects and lists.</summary>
    public static string Text(this JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? ReadAgain(value) : "";

    /// <summary>A member that is an object or a list; an undefined element otherwise.</summary>
    public static JsonElement Child(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    public static IEnumerable<JsonElement> Items(this JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>Composed form; half an emoji becomes U+FFFD.</summary>
    public static string Composed(string text) => text.IsNormalized() ? text : text.Normalize(NormalizationForm.FormC);

    private static string ReadAgain(JsonElement value)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
        reader.Read();
        return Read(ref reader);
    }

    private static string Repaired(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)   // an escaped surrogate without its other half
        {
            return Unescaped(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string Unescaped(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\') text.Append(escaped[i]);
            else if (escaped[++i] == 'u') { text.Append((char)int.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)); i += 4; }
            else text.Append(escaped[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var same => same });
        }
        // A round through UTF-8 turns every lone half into U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
