namespace Chatbot.Understanding.Text;

/// <summary>Where one of many fixed word sequences stands in a message. "_" in a sequence stands for up to three words of any kind.</summary>
public sealed class WordPatterns
{
    private const int LongestGap = 3;
    private readonly Dictionary<string, Starting> byFirstWord = [];
    private readonly List<(string[] Words, string[] Folds)> patterns = [];

    /// <summary>Numbers of the sequences that begin with one word, in order.</summary>
    /// <param name="Alone">Those of that word only, or with a gap behind it.</param>
    /// <param name="ByNext">The others, by the letters of their second word: common words open hundreds of sequences.</param>
    private sealed record Starting(List<int> Alone, Dictionary<string, List<int>> ByNext);

    public int Count => patterns.Count;

    /// <summary>Adds a sequence and returns its number.</summary>
    public int Add(string sequence)
    {
        var words = sequence.Normalize().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ToneMark.Placed).ToArray();
        var number = patterns.Count;
        patterns.Add((words, [.. words.Select(Letters.Fold)]));
        var first = Letters.Fold(words[0]);
        var starting = byFirstWord.TryGetValue(first, out var known) ? known : byFirstWord[first] = new([], []);
        if (words.Length == 1 || words[1] == "_")
        {
            starting.Alone.Add(number);
        }
        else
        {
            var next = Letters.Fold(words[1]);
            (starting.ByNext.TryGetValue(next, out var list) ? list : starting.ByNext[next] = []).Add(number);
        }

        return number;
    }

    public List<PatternMatch> Find(Reading reading)
    {
        var found = new List<PatternMatch>();
        for (var at = 0; at < reading.Words.Count; at++)
        {
            if (byFirstWord.TryGetValue(reading.Words[at].Folded, out var starting))
            {
                AddFrom(reading, at, starting, found);
            }
        }

        return found;
    }

    private static readonly List<int> None = [];

    /// <summary>Both lists of those that may start here, in the order in which they were added.</summary>
    private void AddFrom(Reading reading, int at, Starting starting, List<PatternMatch> found)
    {
        var alone = starting.Alone;
        var next = at + 1 < reading.Words.Count ? starting.ByNext.GetValueOrDefault(reading.Words[at + 1].Folded, None) : None;
        var (a, n) = (0, 0);
        while (a < alone.Count || n < next.Count)
        {
            var number = n == next.Count || (a < alone.Count && alone[a] < next[n]) ? alone[a++] : next[n++];
            if (MatchFrom(reading, at, patterns[number], 0) is > 0 and var length)
            {
                found.Add(new(number, at, length, !reading.SavesAccents || IsLikely(reading, at, patterns[number].Words)));
            }
        }
    }

    /// <returns>Number of words matched; 0 when the sequence does not start here.</returns>
    private static int MatchFrom(Reading reading, int at, (string[] Words, string[] Folds) pattern, int from)
    {
        var position = at;
        for (var i = from; i < pattern.Words.Length; i++)
        {
            if (pattern.Words[i] == "_")
            {
                return AfterGap(reading, position, pattern, i + 1) is > 0 and var rest ? position - at + rest : 0;
            }

            if (position >= reading.Words.Count || !Same(reading, reading.Words[position], pattern.Words[i], pattern.Folds[i]))
            {
                return 0;
            }

            position++;
        }

        return position - at;
    }

    private static int AfterGap(Reading reading, int at, (string[] Words, string[] Folds) pattern, int next)
    {
        for (var gap = 0; gap <= LongestGap; gap++)
        {
            if (MatchFrom(reading, at + gap, pattern, next) is > 0 and var rest)
            {
                return gap + rest;
            }
        }

        return 0;
    }

    /// <summary>The words of a sequence that matched by its letters also match by their likely accents; after a gap that is not asked.</summary>
    private static bool IsLikely(Reading reading, int at, string[] words)
    {
        for (var i = 0; i < words.Length && words[i] != "_"; i++)
        {
            var word = reading.Words[at + i];
            if (word.Text != words[i] && word.Likely != words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Accents that were written must agree; words written without any meet all that look like them when the writer saves on accents.</summary>
    private static bool Same(Reading reading, ReadWord word, string wanted, string wantedFold) =>
        word.Text == wanted || (reading.SavesAccents && word.Text == word.Folded && word.Folded == wantedFold);
}

/// <param name="Pattern">Number given by <see cref="WordPatterns.Add"/>.</param>
/// <param name="Likely">The accents agree too, as written or by the best guess; else only the letters do.</param>
public readonly record struct PatternMatch(int Pattern, int Start, int Length, bool Likely);
