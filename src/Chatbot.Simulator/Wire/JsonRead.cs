using System.Text.Json;

namespace Chatbot.Simulator.Wire;

/// <summary>Reading members that may be missing or of another kind than expected, as both platforms must.</summary>
internal static class JsonRead
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The member as text; numbers as written; empty when missing.</summary>
    public static string Text(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString()!,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        _ => "",
    };

    public static bool Has(this JsonElement element, string name) => element.Member(name) is not null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
