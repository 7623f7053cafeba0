using System.Reflection;

namespace Chatbot.Understanding;

/// <summary>The word lists, phrase bank, rules and weights that ship inside the library as readable files (Understanding/Data).</summary>
public sealed record UnderstandingData
{
    private const string Root = "Understanding.Data.";

    /// <summary>How the library names the files of Data/phrases and Data/examples.</summary>
    public const string PhraseFolder = "phrases.";

    public const string ExampleFolder = "examples.";

    public const string AskedFolder = "asked.";

    /// <summary>The folders whose files are read all together.</summary>
    public static readonly string[] Folders = [PhraseFolder, ExampleFolder, AskedFolder];

    public required IReadOnlyList<string[]> ShortForms { get; init; }

    public required IReadOnlyList<string[]> EverydayWords { get; init; }

    public required IReadOnlyList<string[]> StopWords { get; init; }

    public required IReadOnlyList<string[]> Aspects { get; init; }

    public required IReadOnlyList<string[]> Rules { get; init; }

    /// <summary>Messages that are no question about a procedure: handling, example; "procedure" before those that only sound so. All files of Data/examples.</summary>
    public required IReadOnlyList<string[]> Examples { get; init; }

    /// <summary>The phrase bank: code, phrase; all files of Data/phrases together.</summary>
    public required IReadOnlyList<string[]> Phrases { get; init; }

    /// <summary>Messages to learn aspects from: aspects, message; all files of Data/asked.</summary>
    public required IReadOnlyList<string[]> Asked { get; init; }

    public required IReadOnlyList<string[]> Siblings { get; init; }

    public required IReadOnlyList<string[]> Qualifiers { get; init; }

    public required IReadOnlyList<string[]> Places { get; init; }

    /// <summary>One thing under many names: name, wordings.</summary>
    public required IReadOnlyList<string[]> Concepts { get; init; }

    /// <summary>How often citizens ask for a procedure, 3 (every day) to 1 (now and then), and its codes.</summary>
    public required IReadOnlyList<string[]> Popularity { get; init; }

    public required Search.Weights Weights { get; init; }

    /// <summary>What tells kinds of messages apart: feature, a weight a kind (<see cref="Understanding.Kinds.KindModel"/>).</summary>
    public required IReadOnlyList<string[]> Kinds { get; init; }

    /// <summary>What tells aspects apart: feature, a weight an aspect (<see cref="Understanding.Aspects.AspectModel"/>).</summary>
    public required IReadOnlyList<string[]> AspectWeights { get; init; }

    /// <summary>What the library ships with.</summary>
    public static UnderstandingData Embedded() => From(
        name => Text(Root + name),
        [.. Names().Where(n => n.StartsWith(Root, StringComparison.Ordinal)).Select(n => n[Root.Length..]).Where(n => Array.Exists(Folders, folder => IsIn(n, folder)))]);

    /// <summary>The same files read from elsewhere, to try changes without building the library again.</summary>
    /// <param name="text">The content of a file by its name, such as rules.tsv or phrases.a-land.tsv.</param>
    /// <param name="files">Names of the files in <see cref="Folders"/>.</param>
    public static UnderstandingData From(Func<string, string> text, string[] files) => new()
    {
        ShortForms = Parse(text("short-forms.tsv")),
        EverydayWords = Parse(text("everyday-words.tsv")),
        StopWords = Parse(text("stop-words.tsv")),
        Aspects = Parse(text("aspects.tsv")),
        Rules = Parse(text("rules.tsv")),
        Examples = All(text, files, ExampleFolder),
        Asked = All(text, files, AskedFolder),
        Siblings = Parse(text("siblings.tsv")),
        Qualifiers = Parse(text("qualifiers.tsv")),
        Places = Parse(text("places.tsv")),
        Popularity = Parse(text("popularity.tsv")),
        Concepts = Parse(text("concepts.tsv")),
        Phrases = All(text, files, PhraseFolder),
        Weights = Search.Weights.Parse(text("weights.json")),
        Kinds = Parse(text("kinds.tsv")),
        AspectWeights = Parse(text("aspect-weights.tsv")),
    };

    private static bool IsIn(string file, string folder) => file.StartsWith(folder, StringComparison.Ordinal);

    private static IReadOnlyList<string[]> All(Func<string, string> text, string[] files, string folder) =>
        [.. files.Where(f => IsIn(f, folder)).Order(StringComparer.Ordinal).SelectMany(name => Parse(text(name)))];

    /// <summary>The same data with a fuller list of places, as Data/places.tsv is written; the list's names go before those that ship.</summary>
    /// <exception cref="FormatException">A date is not yyyy-MM-dd: said when the index is built.</exception>
    public UnderstandingData WithPlaces(string tsv)
    {
        var rows = Parse(tsv);
        var named = rows.Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        return this with { Places = [.. rows, .. Places.Where(r => !named.Contains(r[0]))] };
    }

    /// <summary>Lines of tab-separated cells; empty lines and lines that start with # are left out.</summary>
    public static IReadOnlyList<string[]> Parse(string tsv) =>
        [.. tsv.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t', StringSplitOptions.TrimEntries)).Where(cells => cells.Length > 1)];

    /// <summary>A file of Data/masking.</summary>
    internal static IReadOnlyList<string[]> Masking(string file) => Parse(Text($"{Root}masking.{file}"));

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
