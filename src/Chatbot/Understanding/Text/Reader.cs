namespace Chatbot.Understanding.Text;

/// <summary>Reads a message: splits it, and picks for every word the reading that fits its neighbours best (Viterbi over word pairs).</summary>
public sealed class Reader(Lexis lexis, ShortForms shortForms)
{
    private readonly Spelling spelling = new(lexis, shortForms);
    private readonly Accents accents = new(lexis);

    /// <summary>Below this share of accented words a message counts as written without accents; ordinary Vietnamese has some 0.7.</summary>
    private const double FewAccents = 0.18;

    private const double SomeAccents = 0.5;

    public Reading Read(string text, Trace? trace)
    {
        var normalised = VietnameseText.Normalise(text);
        var written = Split(normalised);
        var share = ShareOfAccents(written);
        var accentFree = share < FewAccents;
        var slots = Slots(written, accentFree);
        var chosen = Best(slots, accentFree);
        var reading = Compose(normalised, slots, chosen, accentFree, trace) with { SavesAccents = share < SomeAccents };
        return reading.SavesAccents ? WithLikelyAccents(reading, trace) : reading;
    }

    private Reading WithLikelyAccents(Reading reading, Trace? trace)
    {
        var words = reading.Words.ToList();
        accents.Restore(words);
        Trace.Note(trace, "đoán dấu", string.Join(' ', words.Select(w => w.Likely ?? w.Text)));
        return reading with { Words = words };
    }

    private static List<Written> Split(string normalised)
    {
        var written = new List<Written>(normalised.Length / 4);
        var scanner = new WordScanner(normalised);
        while (scanner.MoveNext())
        {
            written.Add(new(scanner.Current.ToString(), scanner.OpensSentence, scanner.OpensClause));
        }

        return written;
    }

    private static double ShareOfAccents(List<Written> words)
    {
        var (accented, all) = (0, 0);
        foreach (var word in words)
        {
            if (word.Text.Length > 1 && char.IsLetter(word.Text[0]))
            {
                all++;
                accented += Letters.Fold(word.Text) == word.Text ? 0 : 1;
            }
        }

        return all == 0 ? 0 : (double)accented / all;
    }

    private readonly record struct Slot(Written Written, List<Guess> Guesses);

    private List<Slot> Slots(List<Written> written, bool accentFree)
    {
        var slots = new List<Slot>(written.Count);
        for (var i = 0; i < written.Count;)
        {
            if (shortForms.Longer(written, i) is var (length, reading))
            {
                var whole = written[i] with { Text = string.Join(' ', written.Skip(i).Take(length).Select(w => w.Text)) };
                slots.Add(new(whole, [new(reading, 0, "viết tắt")]));
                i += length;
            }
            else
            {
                var afterNumber = i > 0 && char.IsAsciiDigit(written[i - 1].Text[0]);
                slots.Add(new(written[i], spelling.Of(written[i].Text, accentFree, afterNumber)));
                i++;
            }
        }

        return slots;
    }

    private int[] Best(List<Slot> slots, bool accentFree)
    {
        var from = new int[slots.Count][];
        double[] costs = [];
        for (var i = 0; i < slots.Count; i++)
        {
            var guesses = slots[i].Guesses;
            var now = new double[guesses.Count];
            from[i] = new int[guesses.Count];
            for (var g = 0; g < guesses.Count; g++)
            {
                var alone = slots[i].Written.OpensSentence || (guesses.Count == 1 && costs.Length == 1);
                (now[g], from[i][g]) = Cheapest(i == 0 ? null : slots[i - 1].Guesses, costs, guesses[g], accentFree, alone);
            }

            costs = now;
        }

        return Unwind(from, costs);
    }

    private (double Cost, int From) Cheapest(List<Guess>? before, double[] costs, Guess guess, bool accentFree, bool alone)
    {
        var best = (Cost: before is null ? guess.Cost : double.MaxValue, From: 0);
        for (var p = 0; before is not null && p < before.Count; p++)
        {
            var bonus = alone ? 0 : Bonus(before[p].Words[^1], guess.Words[0], accentFree);
            var cost = costs[p] + guess.Cost - bonus;
            best = cost < best.Cost ? (cost, p) : best;
        }

        return best;
    }

    /// <summary>How readily two words stand beside each other: log of how often they did, at most 4.</summary>
    private double Bonus(string left, string right, bool accentFree)
    {
        var count = accentFree ? FoldPairs(left, right) : Pairs(left, right);
        return count == 0 ? 0 : Math.Min(4, 0.6 * Math.Log(1 + count));
    }

    private double Pairs(string left, string right)
    {
        var (l, r) = (lexis.IdOf(left), lexis.IdOf(right));
        return l < 0 || r < 0 ? 0 : lexis.PairCount(l, r);
    }

    private double FoldPairs(string left, string right)
    {
        var (l, r) = (lexis.FoldIdOf(Letters.Fold(left)), lexis.FoldIdOf(Letters.Fold(right)));
        return l < 0 || r < 0 ? 0 : lexis.FoldPairCount(l, r);
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

    private static Reading Compose(string normalised, List<Slot> slots, int[] chosen, bool accentFree, Trace? trace)
    {
        var words = new List<ReadWord>(slots.Count + 8);
        var others = new List<string>();
        var sentence = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            var (written, guess) = (slots[i].Written, slots[i].Guesses[chosen[i]]);
            sentence += written.OpensSentence && i > 0 ? 1 : 0;
            for (var part = 0; part < guess.Words.Length; part++)
            {
                words.Add(new(guess.Words[part], Letters.Fold(guess.Words[part]), written.Text, sentence, written.OpensClause && part == 0) { Part = part });
            }

            if (guess.Why.Length > 0)
            {
                Trace.Note(trace, guess.Why, $"{written.Text} → {string.Join(' ', guess.Words)}");
                others.AddRange(slots[i].Guesses.Where(g => g.Why == "viết tắt" && g.Words != guess.Words).SelectMany(g => g.Words));
            }
        }

        return new(normalised, words, accentFree, sentence + 1) { AlsoPossible = others };
    }
}
