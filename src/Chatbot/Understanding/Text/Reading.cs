namespace Chatbot.Understanding.Text;

/// <summary>A word as it is understood.</summary>
/// <param name="Raw">As written; several read words may share one written word.</param>
public readonly record struct ReadWord(string Text, string Folded, string Raw, int Sentence, bool OpensClause);

/// <summary>A message read: words repaired, sentences numbered, and whether its writer used accents at all.</summary>
public sealed record Reading(string Normalised, IReadOnlyList<ReadWord> Words, bool AccentFree, int Sentences)
{
    /// <summary>Written without accents, wholly or in good part: words without accents may be any that look like them.</summary>
    public bool SavesAccents { get; init; } = AccentFree;

    /// <summary>Readings of ambiguous short forms that lost; they may still be what was meant.</summary>
    public IReadOnlyList<string> AlsoPossible { get; init; } = [];
}
