using System.Reflection;

namespace Chatbot.Understanding;

/// <summary>The word lists, phrase bank, rules and weights that ship inside the library as readable files (Understanding/Data).</summary>
public sealed record UnderstandingData
{
    private const string Root = "Understanding.Data.";

    public required IReadOnlyList<string[]> ShortForms { get; init; }

    public required IReadOnlyList<string[]> EverydayWords { get; init; }

    public required IReadOnlyList<string[]> StopWords { get; init; }

    public required IReadOnlyList<string[]> Aspects { get; init; }

    public required IReadOnlyList<string[]> Rules { get; init; }

    /// <summary>Messages that are no question about a procedure: handling, example.</summary>
    public required IReadOnlyList<string[]> Examples { get; init; }

    /// <summary>The phrase bank: code, phrase; all files of Data/phrases together.</summary>
    public required IReadOnlyList<string[]> Phrases { get; init; }

    public required IReadOnlyList<string[]> Siblings { get; init; }

    public required IReadOnlyList<string[]> Qualifiers { get; init; }

    public required IReadOnlyList<string[]> Places { get; init; }

    public required Search.Weights Weights { get; init; }

    /// <summary>What the library ships with.</summary>
    public static UnderstandingData Embedded() => new()
    {
        ShortForms = Rows("short-forms.tsv"),
        EverydayWords = Rows("everyday-words.tsv"),
        StopWords = Rows("stop-words.tsv"),
        Aspects = Rows("aspects.tsv"),
        Rules = Rows("rules.tsv"),
        Examples = Rows("examples.tsv"),
        Siblings = Rows("siblings.tsv"),
        Qualifiers = Rows("qualifiers.tsv"),
        Places = Rows("places.tsv"),
        Phrases = [.. Names().Where(n => n.StartsWith(Root + "phrases.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read)],
        Weights = Search.Weights.Parse(Text(Root + "weights.json")),
    };

    /// <summary>Lines of tab-separated cells; empty lines and lines that start with # are left out.</summary>
    public static IReadOnlyList<string[]> Parse(string tsv) =>
        [.. tsv.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 1)];

    /// <summary>A file of Data/masking.</summary>
    internal static IReadOnlyList<string[]> Masking(string file) => Read($"{Root}masking.{file}");

    private static IReadOnlyList<string[]> Rows(string file) => Read(Root + file);

    private static IReadOnlyList<string[]> Read(string name) => Parse(Text(name));

    private static string[] Names() => typeof(UnderstandingData).Assembly.GetManifestResourceNames();

    private static string Text(string name)
    {
        using var stream = typeof(UnderstandingData).Assembly.GetManifestResourceStream(name)
            ?? throw new MissingManifestResourceName(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class MissingManifestResourceName(string name) : InvalidOperationException($"The library was built without its file {name}.");
}
