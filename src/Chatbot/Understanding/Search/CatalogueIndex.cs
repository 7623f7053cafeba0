using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <param name="Owner">Index of a procedure, or <see cref="CatalogueIndex.Count"/> plus the number of an example's meaning.</param>
/// <param name="Mass">Sum of its words' weights; <paramref name="FoldMass"/> the same for accent-free reading.</param>
public sealed record Phrase(int Owner, string Text, int[] Words, int[] Pairs, float Mass, float FoldMass);

/// <summary>Everything looked up per question, in packed arrays; never changes after <see cref="IndexBuilder"/> made it.</summary>
public sealed class CatalogueIndex
{
    public required Lexis Lexis { get; init; }

    public required IReadOnlyList<KnownProcedure> Procedures { get; init; }

    public int Count => Procedures.Count;

    /// <summary>Number of the accent-free form, by word.</summary>
    public required int[] FoldOf { get; init; }

    /// <summary>Words that share an accent-free form, by its number.</summary>
    public required int[][] Members { get; init; }

    public required int[][] TitleWords { get; init; }

    public required float[] TitleMass { get; init; }

    public required float[] TitleFoldMass { get; init; }

    /// <summary>Words of the title without its conditions.</summary>
    public required int[][] CoreWords { get; init; }

    public required int[][] FieldWords { get; init; }

    public required int[] FieldNumber { get; init; }

    public required ulong[] Qualifiers { get; init; }

    public required Standing[] Standings { get; init; }

    /// <summary>Procedures of the same service carry the same number.</summary>
    public required int[] Service { get; init; }

    public required Phrase[] Phrases { get; init; }

    /// <summary>Owners of the phrases and their masses once more, side by side: every question runs over all of them.</summary>
    public required int[] PhraseOwners { get; init; }

    public required float[] PhraseMass { get; init; }

    public required float[] PhraseFoldMass { get; init; }

    public required int[] PhraseCount { get; init; }

    /// <summary>Numbers of the phrases of each procedure.</summary>
    public required int[][] PhrasesOf { get; init; }

    /// <summary>Ages that the title is about, by procedure.</summary>
    public required AgeRange[] Ages { get; init; }

    /// <summary>How well a procedure's phrases know a word, 0 to 1: a word in two of five phrases says more than one in two of thirty.</summary>
    public static float Known(int holding, int phrases) => holding / (holding + 1.2f + (0.05f * phrases));

    /// <summary>How well a word of the index meets a word of a question, 0 to 1.</summary>
    public float MatchOf(in Term term, int word) =>
        term.Exact && term.Id == word ? 1 : FoldOf[word] == term.Fold ? term.Others : 0;

    public bool Holds(int[] words, in Term term)
    {
        foreach (var word in words)
        {
            if (MatchOf(term, word) > 0.5f)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Meanings of the examples that are no procedure, by owner minus <see cref="Count"/>.</summary>
    public required IReadOnlyList<string> Meanings { get; init; }

    public required Postings Titles { get; init; }

    public required Postings TitlePairs { get; init; }

    public required Postings Bodies { get; init; }

    public required Postings PhraseWords { get; init; }

    public required Postings PhrasePairs { get; init; }

    /// <summary>Value: in how many phrases of the procedure the word stands.</summary>
    public required Postings PhraseWordsByProcedure { get; init; }

    /// <summary>The same for word pairs.</summary>
    public required Postings PhrasePairsByProcedure { get; init; }

    /// <summary>How often citizens ask for a procedure, 0 to 1; the same for all codes of a service.</summary>
    public required float[] Popularity { get; init; }

    public required Dictionary<long, int> PairIds { get; init; }

    public required float[] PairWeights { get; init; }

    public required float[] WordWeights { get; init; }

    public required float[] FoldWeights { get; init; }

    public required Dictionary<string, int> ByCode { get; init; }
}

/// <summary>Who carries a procedure out, as far as it matters for what a citizen most likely means.</summary>
public enum Standing
{
    Other,
    Commune,
    CentralOnly,
}
