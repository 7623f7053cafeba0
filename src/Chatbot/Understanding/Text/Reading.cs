namespace Chatbot.Understanding.Text;

/// <summary>A word as it is understood.</summary>
/// <param name="Raw">As written; several read words may share one written word.</param>
/// <param name="Sentence">From 0.</param>
public readonly record struct ReadWord(string Text, string Folded, string Raw, int Sentence, bool OpensClause)
{
    /// <summary>0 for the first word read out of a written one.</summary>
    public int Part { get; init; }

    /// <summary>What it most likely is with accents; null when it was written with them, or when nothing is known that looks like it.</summary>
    public string? Likely { get; init; }
}

/// <summary>A message read: words repaired, sentences numbered, and whether its writer used accents at all.</summary>
public sealed record Reading(string Normalised, IReadOnlyList<ReadWord> Words, bool AccentFree, int Sentences)
{
    /// <summary>Written without accents, wholly or in good part: words without accents may be any that look like them.</summary>
    public bool SavesAccents { get; init; } = AccentFree;

    public bool IsAsWritten => Words.All(w => w.Text == w.Raw);

    /// <summary>The same message before anything was repaired or written out.</summary>
    public Reading AsWritten()
    {
        var written = new List<ReadWord>(Words.Count);
        foreach (var word in Words.Where(w => w.Part == 0))
        {
            written.AddRange(word.Raw.Split(' ').Select(raw => word with { Text = raw, Folded = Letters.Fold(raw), Likely = raw == word.Text ? word.Likely : null }));
        }

        return this with { Words = written };
    }

    /// <summary>Readings of ambiguous short forms that lost; they may still be what was meant.</summary>
    public IReadOnlyList<string> AlsoPossible { get; init; } = [];
}
