namespace Chatbot.Understanding.Text;

/// <summary>Words one slip of the finger away, found by deleting letters from both sides (symmetric delete).</summary>
public sealed class Neighbours
{
    private const string Rows = "qwertyuiop|asdfghjkl|zxcvbnm";
    private readonly Lexis lexis;

    /// <summary>Hashes of every known form with none or one letter left out, in order, and beside each the form: two flat arrays instead of 60,000 strings.</summary>
    private readonly ulong[] deletions;
    private readonly int[] formOf;

    public Neighbours(Lexis lexis, Func<int, bool> isCommon)
    {
        this.lexis = lexis;
        var found = new List<(ulong Deletion, int Fold)>(lexis.Folds.Count * 6);
        for (var fold = 0; fold < lexis.Folds.Count; fold++)
        {
            // Without a vowel it is a short form, and a slip towards one is a guess too many.
            if (isCommon(fold) && lexis.Folds[fold] is { Length: >= 2 and <= 12 } word && !char.IsAsciiDigit(word[0]) && word.Any(Letters.IsVowel))
            {
                ForEachDeletion(word, hash => found.Add((hash, fold)));
            }
        }

        found.Sort();
        (deletions, formOf) = ([.. found.Select(f => f.Deletion)], [.. found.Select(f => f.Fold)]);
    }

    /// <summary>Accent-free forms within one edit of an accent-free word, with the cost of the slip.</summary>
    public List<(int Fold, double Cost)> Of(string folded)
    {
        var found = new List<(int Fold, double)>();
        if (folded.Length is < 3 or > 14)
        {
            return found;
        }

        ForEachDeletion(folded, hash =>
        {
            for (var at = FirstOf(hash); at < deletions.Length && deletions[at] == hash; at++)
            {
                if (!found.Exists(f => f.Fold == formOf[at]) && Cost(folded, lexis.Folds[formOf[at]]) is { } cost)
                {
                    found.Add((formOf[at], cost));
                }
            }
        });
        return found;
    }

    private int FirstOf(ulong hash)
    {
        var (low, high) = (0, deletions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = deletions[middle] < hash ? (middle + 1, high) : (low, middle);
        }

        return low;
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

    /// <summary>The word itself, and the word without each of its letters; of a double letter once.</summary>
    private static void ForEachDeletion(string word, Action<ulong> take)
    {
        take(HashWithout(word, -1));
        for (var i = 0; i < word.Length; i++)
        {
            if (i == 0 || word[i] != word[i - 1])
            {
                take(HashWithout(word, i));
            }
        }
    }

    private static ulong HashWithout(string word, int left)
    {
        var hash = 14695981039346656037;
        for (var i = 0; i < word.Length; i++)
        {
            hash = i == left ? hash : (hash ^ word[i]) * 1099511628211;
        }

        return hash;
    }
}
