namespace Chatbot.Understanding.Text;

/// <summary>Keys pressed at random: "asdf qwer".</summary>
public sealed class KeyMash(Lexis lexis, ShortForms shortForms)
{
    /// <summary>In fewer texts than this a word may be a slip itself.</summary>
    private const int Fewest = 3;

    /// <summary>No word is known; or none as it was written, and what they may be slips of never stands together.</summary>
    public bool Is(Reading reading) =>
        reading.Words.All(w => lexis.FoldIdOf(w.Folded) < 0) || (reading.Words.Count > 1 && reading.Words.All(w => IsStrange(w.Raw)) && !HoldsPair(reading.Words));

    private bool IsStrange(string written) =>
        shortForms.Of(written, false).Count == 0 && !IsKnown(lexis.FoldIdOf(Letters.Fold(written)));

    private bool IsKnown(int fold)
    {
        var texts = 0;
        foreach (var id in fold < 0 ? [] : lexis.MembersOf(fold))
        {
            texts += lexis.CountOf(id);
        }

        return texts >= Fewest;
    }

    private bool HoldsPair(IReadOnlyList<ReadWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var (left, right) = (lexis.FoldIdOf(words[i - 1].Folded), lexis.FoldIdOf(words[i].Folded));
            if (left >= 0 && right >= 0 && lexis.FoldPairCount(left, right) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
