using System.Text.Json;

namespace Chatbot.Catalogue.Import;

/// <summary>Fields of a JSON object read as text whatever their type; what cannot be read is named, never thrown.</summary>
public sealed class LenientFields(JsonElement json)
{
    private readonly List<string> unreadable = [];

    public IReadOnlyList<string> Unreadable => unreadable;

    public string Line(string name) => Text(name).Replace('\n', ' ');

    public string Text(string name)
    {
        if (!TryGet(name, out var value)) return "";
        try
        {
            return SourceText.Clean(value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Array => Joined(value),
                JsonValueKind.Null or JsonValueKind.Undefined => "",
                _ => Unread(name),
            });
        }
        catch (InvalidOperationException)   // an escape that is half a character, such as "\ud800" alone
        {
            return Unread(name);
        }
    }

    /// <summary>The member as it is; undefined when missing.</summary>
    public JsonElement Child(string name) => TryGet(name, out var value) ? value : default;

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out value);
    }

    private static string Joined(JsonElement list) => string.Join(", ",
        list.EnumerateArray().Where(i => i.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(i => i.ToString()));

    private string Unread(string name)
    {
        unreadable.Add(name);
        return "";
    }
}
