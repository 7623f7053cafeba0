namespace Chatbot.Understanding.Masking;

/// <summary>Phrases of one to six words, found at a token from its first or from its last word.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<Phrase>> byFirst = [];
    private readonly Dictionary<string, List<Phrase>> byLast = [];

    public static PhraseList Of(IEnumerable<string> phrases) => Of(phrases.Select(phrase => (phrase, phrase)));

    public static PhraseList Of(IEnumerable<(string Phrase, string Tag)> phrases)
    {
        var list = new PhraseList();
        foreach (var (phrase, tag) in phrases) list.Add(phrase, tag);
        return list;
    }

    /// <returns>Number of tokens of the longest phrase that starts here, and its tag; 0: none does.</returns>
    public (int Length, string Tag) At(Page page, int at)
    {
        var best = (Length: 0, Tag: "");
        if (at < 0 || at >= page.Count || !byFirst.TryGetValue(page[at].Folded, out var phrases)) return best;
        foreach (var phrase in phrases)
            if (phrase.Words.Length > best.Length && phrase.StandsAt(page, at)) best = (phrase.Words.Length, phrase.Tag);
        return best;
    }

    /// <returns>As <see cref="At"/>, for the longest phrase whose last token stands here.</returns>
    public (int Length, string Tag) EndingAt(Page page, int at)
    {
        var best = (Length: 0, Tag: "");
        if (at < 0 || at >= page.Count || !byLast.TryGetValue(page[at].Folded, out var phrases)) return best;
        foreach (var phrase in phrases)
            if (phrase.Words.Length > best.Length && phrase.StandsAt(page, at - phrase.Words.Length + 1)) best = (phrase.Words.Length, phrase.Tag);
        return best;
    }

    private void Add(string text, string tag)
    {
        var tokens = Scanner.Scan(text.Normalize(), new HashSet<string>());
        var phrase = new Phrase([.. tokens.Select(t => t.Plain)], [.. tokens.Select(t => t.Folded)], tag);
        Enter(byFirst, phrase.Folds[0], phrase);
        Enter(byLast, phrase.Folds[^1], phrase);
    }

    private static void Enter(Dictionary<string, List<Phrase>> index, string word, Phrase phrase)
    {
        if (!index.TryGetValue(word, out var phrases)) index[word] = phrases = [];
        phrases.Add(phrase);
    }

    private sealed record Phrase(string[] Words, string[] Folds, string Tag)
    {
        public bool StandsAt(Page page, int at)
        {
            if (at < 0 || at + Words.Length > page.Count) return false;
            for (var i = 0; i < Words.Length; i++) if (!page[at + i].Is(Words[i], Folds[i])) return false;
            return true;
        }
    }
}
