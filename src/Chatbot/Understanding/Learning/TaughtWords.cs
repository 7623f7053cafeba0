namespace Chatbot.Understanding.Learning;

/// <summary>
/// Whole phrases that officials taught: who asks in these very words gets this procedure, whatever the ranking or the kinds of messages think; only the
/// rules of danger, complaint and orders to the bot know better. Never changes once built.
/// </summary>
public sealed class TaughtWords
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    /// <summary>Without accents; null: phrases of different procedures look like this.</summary>
    private readonly Dictionary<string, string?> foldedCodes = new(StringComparer.Ordinal);

    /// <param name="phrases">Code and phrase; of equal phrases the first counts.</param>
    public TaughtWords(IEnumerable<(string Code, string Text)> phrases)
    {
        foreach (var (code, text) in phrases)
        {
            var key = PhraseKey.Of(text);
            if (key.Length == 0 || !codes.TryAdd(key, code)) continue;
            var folded = PhraseKey.Folded(key);
            foldedCodes[folded] = foldedCodes.TryGetValue(folded, out var other) && other != code ? null : code;
        }
    }

    /// <summary>What was understood, put right where the message is a taught phrase word for word.</summary>
    public Understood Correct(Understood understood, string text)
    {
        if (codes.Count == 0 || understood.IsByRule || CodeOf(text) is not { } code) return understood;
        if (understood.Handling == Handling.Procedure && understood.Candidates.Count > 0 && understood.Candidates[0].Code == code) return understood;
        return understood with
        {
            Handling = Handling.Procedure,
            FaqId = null,
            MoreNeeds = [],
            Confidence = 1,
            Emergency = null,
            Command = null,
            IsRecognised = false,
            Candidates = [new Candidate(code, 1), .. understood.Candidates.Where(c => c.Code != code)],
        };
    }

    private string? CodeOf(string text)
    {
        var key = PhraseKey.Of(text);
        if (codes.TryGetValue(key, out var code)) return code;
        return PhraseKey.Folded(key) == key ? foldedCodes.GetValueOrDefault(key) : null;
    }
}
