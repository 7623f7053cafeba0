namespace Chatbot.Understanding.Text;

/// <summary>A written word, or several that are one short form, and all ways to read it.</summary>
public readonly record struct Slot(Written Written, List<Guess> Guesses);

/// <summary>Picks for every written word the reading that fits its neighbours best (Viterbi over word pairs).</summary>
public sealed class LikeliestPath(Lexis lexis)
{
    /// <param name="First">Number of a guess's first word, of its letters where no accents were written; -1 when unknown.</param>
    /// <param name="Last">The same of its last word.</param>
    private readonly record struct Way(int First, int Last, double Cost);

    /// <returns>For each slot which of its guesses it is.</returns>
    public int[] Of(List<Slot> slots, bool accentFree)
    {
        var from = new int[slots.Count][];
        double[] costs = [];
        Way[]? before = null;
        for (var i = 0; i < slots.Count; i++)
        {
            var ways = WaysOf(slots[i].Guesses, accentFree);
            var alone = slots[i].Written.OpensSentence || (ways.Length == 1 && costs.Length == 1);
            var now = new double[ways.Length];
            from[i] = new int[ways.Length];
            for (var w = 0; w < ways.Length; w++)
            {
                (now[w], from[i][w]) = before is null ? (ways[w].Cost, 0) : Cheapest(before, costs, ways[w], accentFree, alone);
            }

            (before, costs) = (ways, now);
        }

        return Unwind(from, costs);
    }

    private Way[] WaysOf(List<Guess> guesses, bool accentFree)
    {
        var ways = new Way[guesses.Count];
        for (var g = 0; g < ways.Length; g++)
        {
            var words = guesses[g].Words;
            var first = NumberOf(words[0], accentFree);
            ways[g] = new(first, words.Length == 1 ? first : NumberOf(words[^1], accentFree), guesses[g].Cost);
        }

        return ways;
    }

    private int NumberOf(string word, bool accentFree) => accentFree ? lexis.FoldIdOf(Letters.Fold(word)) : lexis.IdOf(word);

    private (double Cost, int From) Cheapest(Way[] before, double[] costs, Way way, bool accentFree, bool alone)
    {
        var best = (Cost: double.MaxValue, From: 0);
        for (var p = 0; p < before.Length; p++)
        {
            var bonus = alone ? 0 : Bonus(before[p].Last, way.First, accentFree);
            var cost = costs[p] + way.Cost - bonus;
            best = cost < best.Cost ? (cost, p) : best;
        }

        return best;
    }

    /// <summary>How readily two words stand beside each other: log of how often they did, at most 4.</summary>
    private double Bonus(int left, int right, bool accentFree)
    {
        if (left < 0 || right < 0)
        {
            return 0;
        }

        var count = (double)(accentFree ? lexis.FoldPairCount(left, right) : lexis.PairCount(left, right));
        return count == 0 ? 0 : Math.Min(4, 0.6 * Math.Log(1 + count));
    }

    private static int[] Unwind(int[][] from, double[] costs)
    {
        var chosen = new int[from.Length];
        var at = costs.Length == 0 ? 0 : Array.IndexOf(costs, costs.Min());
        for (var i = from.Length - 1; i >= 0; i--)
        {
            chosen[i] = at;
            at = from[i][at];
        }

        return chosen;
    }
}
