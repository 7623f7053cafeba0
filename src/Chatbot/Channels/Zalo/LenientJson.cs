using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Chatbot.Channels.Zalo;

/// <summary>Reads JSON whose shapes drift: numbers where strings were, members missing, half an emoji at the end of a text.</summary>
internal static class LenientJson
{
    /// <summary>Bytes that are no UTF-8 are read as U+FFFD.</summary>
    /// <returns>Null: not JSON.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(Utf8.IsValid(body.Span) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The member, or an undefined element that has no members.</returns>
    public static JsonElement Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    /// <returns>The member's string or number as text; empty for anything else.</returns>
    public static string Text(this JsonElement element, string name) => Text(element.Child(name));

    public static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => StoredText.Clean(StringOf(element)),
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string StringOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Repaired(element.GetRawText());
        }
    }

    // Broken surrogates and bytes become U+FFFD, the rest stays.
    private static string Repaired(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 1; at < raw.Length - 1; at++)
        {
            if (raw[at] != '\\') text.Append(raw[at]);
            else if (raw[++at] != 'u') text.Append(Unescaped(raw[at]));
            else
            {
                text.Append((char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 4;
            }
        }
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Unescaped(char letter) => letter switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        _ => letter,
    };
}
