using System.Globalization;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>What each component is worth: the same questions with one of them off, weights not learnt anew: <c>evaluate --ablate</c>.</summary>
public static class AblationTable
{
    private static readonly (string Name, Func<UnderstandingData, UnderstandingData> Without)[] Parts =
    [
        ("everything", d => d),
        ("phrase bank", d => d with { Phrases = [] }),
        ("concepts", d => d with { Concepts = [] }),
        ("everyday words in office terms", d => d with { EverydayWords = [] }),
        ("short forms", d => d with { ShortForms = [] }),
        ("stop words", d => d with { StopWords = [] }),
        ("popularity", d => d with { Popularity = [] }),
        ("special cases and actions", d => d with { Qualifiers = [] }),
        ("siblings", d => d with { Siblings = [] }),
        ("rules", d => d with { Rules = [] }),
        ("examples of other messages", d => d with { Examples = [] }),
        ("learnt kinds", d => d with { Kinds = [] }),
        ("word groups in the kinds", d => d with { Kinds = [.. d.Kinds.Where(line => !line[0].StartsWith("g @", StringComparison.Ordinal) && !line[0].StartsWith("h @", StringComparison.Ordinal))] }),
        ("parts asked for in the kinds", d => d with { Kinds = [.. d.Kinds.Where(line => !line[0].StartsWith("k ", StringComparison.Ordinal) && !line[0].StartsWith("z ", StringComparison.Ordinal))] }),
        ("a bound of their own for alarms", d => d with { Weights = d.Weights with { AlarmFrom = 2 } }),
        ("learnt aspects", d => d with { AspectWeights = [] }),
        ("titles", d => Silent(d, "Title", "Core")),
        ("body text", d => Silent(d, "Body")),
        ("word pairs", d => Silent(d, "TitlePairs", "PhrasePairs")),
        ("topic of the talk", d => Silent(d, "Previous")),
    ];

    public static void Print(KnownCatalogue catalogue, UnderstandingData data, IReadOnlyList<AskedMessage> messages, TextWriter to)
    {
        to.WriteLine("  without:");
        foreach (var (name, without) in Parts)
        {
            var understander = Understander.Build(catalogue, without(data));
            to.WriteLine($"    {(name == "everything" ? "nothing (all on)" : name),-34} {Scores.Of(understander, messages)}");
            to.WriteLine($"      {"Recall@1 by style",-32} {string.Join("  ", ByStyle(understander, messages))}");
        }
    }

    private static IEnumerable<string> ByStyle(Understander understander, IReadOnlyList<AskedMessage> messages) =>
        messages.Where(m => m.Expected.Count > 0).SelectMany(m => m.Styles.Select(s => (Style: s, First: Outcome.Of(understander, m, [], runs: 1).FirstRank == 1)))
            .GroupBy(m => m.Style).OrderByDescending(g => g.Count())
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Average(m => m.First ? 1.0 : 0):0.00}"));

    /// <summary>Features whose names begin so weigh nothing.</summary>
    private static UnderstandingData Silent(UnderstandingData data, params string[] names) => data with
    {
        Weights = data.Weights with { Ranking = data.Weights.Ranking.ToDictionary(w => w.Key, w => Array.Exists(names, n => w.Key.StartsWith(n, StringComparison.Ordinal)) ? 0 : w.Value) },
    };
}
