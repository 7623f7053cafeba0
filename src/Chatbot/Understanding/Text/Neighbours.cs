namespace Chatbot.Understanding.Text;

/// <summary>Words one slip of the finger away, found by deleting letters from both sides (symmetric delete).</summary>
public sealed class Neighbours
{
    private const string Rows = "qwertyuiop|asdfghjkl|zxcvbnm";
    private readonly Dictionary<string, List<int>> byDeletion = [];
    private readonly Lexis lexis;

    public Neighbours(Lexis lexis, Func<int, bool> isCommon)
    {
        this.lexis = lexis;
        for (var fold = 0; fold < lexis.Folds.Count; fold++)
        {
            // Without a vowel it is a short form, and a slip towards one is a guess too many.
            if (isCommon(fold) && lexis.Folds[fold] is { Length: >= 2 and <= 12 } word && !char.IsAsciiDigit(word[0]) && word.Any(Letters.IsVowel))
            {
                Index(word, fold);
            }
        }
    }

    /// <summary>Accent-free forms within one edit of an accent-free word, with the cost of the slip.</summary>
    public List<(int Fold, double Cost)> Of(string folded)
    {
        var found = new List<(int, double)>();
        if (folded.Length is < 3 or > 14)
        {
            return found;
        }

        var seen = new HashSet<int>();
        foreach (var key in Deletions(folded).Prepend(folded))
        {
            foreach (var fold in byDeletion.GetValueOrDefault(key) ?? [])
            {
                if (seen.Add(fold) && Cost(folded, lexis.Folds[fold]) is { } cost)
                {
                    found.Add((fold, cost));
                }
            }
        }

        return found;
    }

    /// <returns>null when the words are more than one edit apart; a swap of neighbours and a slip to the next key are the cheapest edits.</returns>
    public static double? Cost(string typed, string meant)
    {
        var start = 0;
        while (start < typed.Length && start < meant.Length && typed[start] == meant[start])
        {
            start++;
        }

        var end = 0;
        while (end < typed.Length - start && end < meant.Length - start && typed[^(end + 1)] == meant[^(end + 1)])
        {
            end++;
        }

        var (wrong, right) = (typed[start..^end], meant[start..^end]);
        return (wrong.Length, right.Length) switch
        {
            (0, 0) => 0,
            (1, 0) => start > 0 && typed[start - 1] == wrong[0] ? 1.2 : 1.8,
            (0, 1) => 1.9,
            (1, 1) => AreClose(wrong[0], right[0]) ? 1.7 : 2.4,
            (2, 2) when wrong[0] == right[1] && wrong[1] == right[0] => 1.4,
            _ => null,
        };
    }

    private static bool AreClose(char a, char b)
    {
        var (i, j) = (Rows.IndexOf(a, StringComparison.Ordinal), Rows.IndexOf(b, StringComparison.Ordinal));
        return i >= 0 && j >= 0 && (Math.Abs(i - j) == 1 || Math.Abs(i - j) is >= 10 and <= 11);
    }

    private void Index(string word, int fold)
    {
        foreach (var key in Deletions(word).Prepend(word))
        {
            if (!byDeletion.TryGetValue(key, out var list))
            {
                byDeletion[key] = list = new List<int>(1);
            }

            list.Add(fold);
        }
    }

    private static IEnumerable<string> Deletions(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || word[i] != word[i - 1])
            {
                yield return word.Remove(i, 1);
            }
        }
    }
}
