using Chatbot.Understanding.Kinds;

namespace Chatbot.Understanding.Search;

/// <summary>A word of the question, ready to be looked up.</summary>
/// <param name="Id">-1 when the word is unknown in this spelling.</param>
/// <param name="Fold">-1 when unknown without accents too.</param>
/// <param name="Weight">How much the word tells; small for words of courtesy and of the aspect.</param>
/// <param name="Exact">Written with accents in an accented message, or such a word by a good guess: words with other accents count less.</param>
/// <param name="Others">What a word with the same letters and other accents is worth, 0 to 1.</param>
public readonly record struct Term(int Id, int Fold, float Weight, bool Exact, float Others);

/// <param name="Id">Number of the pair of accent-free forms.</param>
public readonly record struct Pair(int Id, float Weight);

/// <summary>A question, or one need of it, as the index sees it.</summary>
public sealed record Query(Term[] Terms, Pair[] Pairs, Term[] OfficeTerms)
{
    /// <summary>Sum of the weights of all terms; never 0.</summary>
    public float Mass { get; init; }

    public float PairMass { get; init; }

    public float OfficeMass { get; } = OfficeTerms.Sum(term => term.Weight);

    /// <summary>Share of the weight that unknown words carry, 0 to 1.</summary>
    public float Unknown { get; init; }

    /// <summary>Numbers of the special cases and actions that the question mentions (Data/qualifiers.tsv).</summary>
    public ulong Qualifiers { get; init; }

    /// <summary>The age that the question tells.</summary>
    public AgeRange Age { get; init; } = AgeRange.Any;

    /// <summary>Index of the procedure talked about before; -1 when none.</summary>
    public int Previous { get; init; } = -1;

    /// <summary>How little the question says by itself, 0 to 1: "còn gia hạn thì sao" leans on what was said before.</summary>
    public float Leans { get; init; }

    /// <summary>What kind of message its words are like, beside a question about a procedure.</summary>
    public KindOfMessage Sounds { get; init; } = KindOfMessage.Unknown;

    /// <summary>A rule of danger or complaint holds: 1 by its words, 0.5 by their letters only, 0 when none does.</summary>
    public float AlarmRule { get; init; }

    /// <summary>It names an aspect or says that something is wanted.</summary>
    public bool Asks { get; init; }

    /// <summary>It names a part of a procedure: papers, fee, place…</summary>
    public bool NamesPart { get; init; }

    /// <summary>It asks first of all how far something has come.</summary>
    public bool AsksStatus { get; init; }

    /// <summary>Phrase to act as if it were not in the bank; -1 for none. Training asks each phrase of the others.</summary>
    public int WithoutPhrase { get; init; } = -1;
}
