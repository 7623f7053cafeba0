using System.Text.Json;

namespace Chatbot.Cli;

/// <param name="Expected">Any of these codes is right; empty when the message is no question about a procedure.</param>
/// <param name="Groups">One list of codes a need.</param>
/// <param name="Handling">null when the file does not say.</param>
public sealed record AskedMessage(string Id, string Text, string? Previous)
{
    public IReadOnlyList<string> Expected { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Groups { get; init; } = [];

    public string? Handling { get; init; }

    public IReadOnlyList<string> Aspects { get; init; } = [];

    /// <summary>Styles of a message, or the kind of a question.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    public bool Ambiguous { get; init; }
}

/// <summary>Reads messages and questions from JSONL in any of the three shapes: plain, questions-dev, messages-dev.</summary>
public static class MessageFile
{
    /// <param name="report">Called with one line for each line that could not be read; reading goes on.</param>
    public static IEnumerable<AskedMessage> Read(string path, Action<string> report)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && ReadLine(line, number, report) is { } message)
            {
                yield return message;
            }
        }
    }

    private static AskedMessage? ReadLine(string line, int number, Action<string> report)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var text = row.ValueKind == JsonValueKind.Object ? Text(row, "text") ?? Text(row, "question") : null;
            if (text is null)
            {
                report($"line {number}: no text");
                return null;
            }

            return ToMessage(row, Id(row) ?? $"line-{number}", text);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            report($"line {number}: {error.Message}");
            return null;
        }
    }

    private static AskedMessage ToMessage(JsonElement row, string id, string text)
    {
        var expected = Texts(row, "expected");
        var context = row.TryGetProperty("context", out var c) && c.ValueKind == JsonValueKind.Object ? Text(c, "previous_code") : null;
        var groups = row.TryGetProperty("expected_groups", out var g) && g.ValueKind == JsonValueKind.Array ? g.EnumerateArray().Select(Strings).ToList() : [];
        return new(id, text, Text(row, "previous") ?? Text(row, "previous_code") ?? context)
        {
            Expected = expected,
            Groups = groups.Count > 0 ? groups : expected.Count > 0 ? [expected] : [],
            Handling = Text(row, "handling") ?? (row.TryGetProperty("question", out _) ? "procedure" : null),
            Aspects = Texts(row, "aspects"),
            Styles = [.. Texts(row, "styles"), .. Text(row, "kind") is { } kind ? [kind] : Array.Empty<string>()],
            Ambiguous = row.TryGetProperty("ambiguous", out var a) && a.ValueKind == JsonValueKind.True,
        };
    }

    private static string? Id(JsonElement row) =>
        row.TryGetProperty("id", out var id) ? id.ValueKind == JsonValueKind.String ? id.GetString() : id.GetRawText() : null;

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? Strings(value) : [];

    private static IReadOnlyList<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)] : [];
}
