using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Wire;

/// <summary>Writes JSON as the platforms do. System.Text.Json cannot: it writes hexadecimal escapes in upper case and never escapes the slash.</summary>
public static class WireJson
{
    public static byte[] Write(JsonNode node, WireStyle style, SeededRandom random)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Node(buffer, node, style, random);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Node(ArrayBufferWriter<byte> to, JsonNode? node, WireStyle style, SeededRandom random)
    {
        switch (node)
        {
            case null: Raw(to, "null"u8); break;
            case JsonObject members: Object(to, members, style, random); break;
            case JsonArray items: Array(to, items, style, random); break;
            default: Value(to, (JsonValue)node, style); break;
        }
    }

    private static void Object(ArrayBufferWriter<byte> to, JsonObject members, WireStyle style, SeededRandom random)
    {
        Raw(to, "{"u8);
        var first = true;
        IEnumerable<KeyValuePair<string, JsonNode?>> ordered = style.ShuffleMembers ? random.Shuffled(members) : members;
        foreach (var member in ordered)
        {
            if (!first) Raw(to, ","u8);
            first = false;
            Text(to, member.Key, style);
            Raw(to, ":"u8);
            Node(to, member.Value, style, random);
        }

        Raw(to, "}"u8);
    }

    private static void Array(ArrayBufferWriter<byte> to, JsonArray items, WireStyle style, SeededRandom random)
    {
        Raw(to, "["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) Raw(to, ","u8);
            Node(to, items[i], style, random);
        }

        Raw(to, "]"u8);
    }

    private static void Value(ArrayBufferWriter<byte> to, JsonValue value, WireStyle style)
    {
        if (value.GetValueKind() == JsonValueKind.String) Text(to, value.GetValue<string>(), style);
        else Raw(to, Encoding.UTF8.GetBytes(value.ToJsonString()));
    }

    private static void Text(ArrayBufferWriter<byte> to, string text, WireStyle style)
    {
        Raw(to, "\""u8);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (Escape(rune, style) is { } escape) Raw(to, escape);
            else if (rune.IsAscii) Raw(to, [(byte)rune.Value]);
            else if (!style.EscapeNonAscii) Raw(to, Encoding.UTF8.GetBytes(rune.ToString()));
            else foreach (var unit in pair[..rune.EncodeToUtf16(pair)]) Hex(to, unit);
        }

        Raw(to, "\""u8);
    }

    private static byte[]? Escape(Rune rune, WireStyle style) => rune.Value switch
    {
        '"' => "\\\""u8.ToArray(),
        '\\' => "\\\\"u8.ToArray(),
        '\n' => "\\n"u8.ToArray(),
        '\r' => "\\r"u8.ToArray(),
        '\t' => "\\t"u8.ToArray(),
        '/' when style.EscapeSlash => "\\/"u8.ToArray(),
        '<' or '%' or '@' when style.EscapeMarkup => HexBytes((char)rune.Value),
        < 0x20 or 0x7f => HexBytes((char)rune.Value),
        _ => null,
    };

    private static void Hex(ArrayBufferWriter<byte> to, char unit) => Raw(to, HexBytes(unit));

    private static byte[] HexBytes(char unit) => Encoding.ASCII.GetBytes("\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture));

    private static void Raw(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes) => to.Write(bytes);
}
