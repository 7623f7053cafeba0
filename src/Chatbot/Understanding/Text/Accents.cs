namespace Chatbot.Understanding.Text;

/// <summary>
/// Puts accents back where a writer left them out: of all words that look alike, those that stand beside each other most often in titles and
/// phrases (Viterbi over word pairs). A guess only: what was written stays, the guess stands beside it.
/// </summary>
public sealed class Accents
{
    private const int MostWays = 5;

    /// <summary>What a pair seen before is worth beside how common a word is by itself, by the logarithm of its count.</summary>
    private const double PairWorth = 1.0;
    private const double WordWorth = 0.55;
    private readonly Lexis lexis;
    private readonly int[][] ways;

    /// <summary>Every word's number at its own place: the only way to read an accented word.</summary>
    private readonly int[] itself;

    /// <summary>What each word is worth by itself, by its number.</summary>
    private readonly double[] worths;

    public Accents(Lexis lexis)
    {
        this.lexis = lexis;
        itself = [.. Enumerable.Range(0, lexis.Count)];
        worths = [.. itself.Select(id => WordWorth * Math.Log(1 + lexis.CountOf(id)))];
        ways = [.. Enumerable.Range(0, lexis.Folds.Count).Select(Ways)];
    }

    /// <summary>The same words, each unaccented one with the accents it most likely has as <see cref="ReadWord.Likely"/>.</summary>
    public void Restore(List<ReadWord> words)
    {
        var (from, costs) = (new int[words.Count * MostWays], new double[words.Count * MostWays]);
        for (var i = 0; i < words.Count; i++)
        {
            var now = WaysOf(words[i]);
            var before = i > 0 && words[i - 1].Sentence == words[i].Sentence ? WaysOf(words[i - 1]) : [];
            var meet = before.Length > 0 && now.Length > 0 && Meet(before[0], now[0]);
            for (var w = 0; w < now.Length; w++)
            {
                Reach(before, now[w], meet, costs.AsSpan(Math.Max(0, i - 1) * MostWays, MostWays), out costs[(i * MostWays) + w], out from[(i * MostWays) + w]);
            }
        }

        Unwind(words, from, costs);
    }

    /// <summary>Words that look like these two stand beside each other somewhere: asked once for all ways to read them.</summary>
    private bool Meet(int left, int right) => lexis.FoldPairCount(lexis.FoldOf(left), lexis.FoldOf(right)) > 0;

    /// <param name="meet">False: no way to read the word before stands beside any way to read this one.</param>
    private void Reach(ReadOnlySpan<int> before, int word, bool meet, ReadOnlySpan<double> reached, out double best, out int from)
    {
        (best, from) = (before.Length == 0 ? 0 : double.MinValue, -1);
        for (var b = 0; b < before.Length; b++)
        {
            var pairs = meet ? lexis.PairCount(before[b], word) : 0;
            var worth = reached[b] + (pairs == 0 ? 0 : PairWorth * Math.Log(1 + pairs));
            (best, from) = worth > best ? (worth, b) : (best, from);
        }

        best += worths[word];
    }

    private void Unwind(List<ReadWord> words, int[] from, double[] costs)
    {
        var at = -1;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var now = WaysOf(words[i]);
            at = at >= 0 ? at : Best(costs.AsSpan(i * MostWays, now.Length));
            if (at >= 0 && words[i].Text == words[i].Folded)
            {
                words[i] = words[i] with { Likely = lexis.Words[now[at]] };
            }

            at = at < 0 ? -1 : from[(i * MostWays) + at];
        }
    }

    private static int Best(ReadOnlySpan<double> costs)
    {
        var best = -1;
        for (var w = 0; w < costs.Length; w++)
        {
            best = best < 0 || costs[w] > costs[best] ? w : best;
        }

        return best;
    }

    /// <summary>An accented word is what it is; an unknown one has no way at all.</summary>
    private ReadOnlySpan<int> WaysOf(in ReadWord word)
    {
        if (word.Text == word.Folded)
        {
            return lexis.FoldIdOf(word.Folded) is >= 0 and var fold ? ways[fold] : [];
        }

        var id = lexis.IdOf(word.Text);
        return id < 0 ? [] : itself.AsSpan(id, 1);
    }

    private int[] Ways(int fold) =>
        [.. lexis.MembersOf(fold).ToArray().Where(id => lexis.CountOf(id) > 0).OrderByDescending(lexis.CountOf).Take(MostWays)];
}
