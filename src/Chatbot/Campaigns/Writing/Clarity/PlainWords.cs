using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing.Clarity;

/// <summary>Words by which the meter recognises what a notice says, and abbreviations with their meaning: the two lists in Writing/Data.</summary>
internal sealed class PlainWords
{
    private static readonly Lazy<PlainWords> embedded = new(() => new PlainWords());
    private readonly Dictionary<string, Regex> kinds;
    private readonly Dictionary<string, Abbreviation> abbreviations;

    private PlainWords()
    {
        kinds = Rows("plain-words").GroupBy(row => row[0]).ToDictionary(group => group.Key, group => OneOf(group.Select(row => row[1])));
        abbreviations = Rows("abbreviations").ToDictionary(row => row[0], row => new Abbreviation(row[1], IsKnownToAll: row.Length > 2 && row[2] == "all"), StringComparer.Ordinal);
    }

    public static PlainWords Embedded => embedded.Value;

    /// <param name="kind"><c>who</c>, <c>do</c>, <c>where</c>, <c>when</c> or <c>cost</c>.</param>
    public bool Says(string kind, string text) => kinds[kind].IsMatch(text);

    /// <returns>Null: the list does not know it.</returns>
    public Abbreviation? Meaning(string written) => abbreviations.GetValueOrDefault(written);

    private static Regex OneOf(IEnumerable<string> words) => new(
        $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static List<string[]> Rows(string name)
    {
        using var stream = typeof(PlainWords).Assembly.GetManifestResourceStream($"Chatbot.Campaigns.Writing.Data.{name}.tsv")
            ?? throw new InvalidOperationException($"The library was built without {name}.tsv.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Normalize().Split('\t'))];
    }
}

/// <param name="Meaning">In full words.</param>
/// <param name="IsKnownToAll">Needs no explanation.</param>
internal sealed record Abbreviation(string Meaning, bool IsKnownToAll);
