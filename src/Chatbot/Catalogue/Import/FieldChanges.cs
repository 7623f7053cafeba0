using System.Text.Json;

namespace Chatbot.Catalogue.Import;

/// <summary>Which members differ between two states of an entry, by their names in our JSON.</summary>
public static class FieldChanges
{
    public static IReadOnlyList<FieldChange> Between(string before, string after)
    {
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        var names = old.RootElement.EnumerateObject().Concat(now.RootElement.EnumerateObject()).Select(p => p.Name).Distinct();
        return [.. names.Select(name => Change(name, old.RootElement, now.RootElement)).OfType<FieldChange>()];
    }

    private static FieldChange? Change(string name, JsonElement old, JsonElement now)
    {
        var (before, after) = (Raw(old, name), Raw(now, name));
        return before == after ? null : new FieldChange(name, before, after);
    }

    private static string Raw(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetRawText() : "";
}

/// <summary>One member before and after, as JSON text; empty: it was not there.</summary>
public sealed record FieldChange(string Field, string Before, string After);
