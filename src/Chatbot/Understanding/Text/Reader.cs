namespace Chatbot.Understanding.Text;

/// <summary>Reads a message: splits it, and picks for every word the reading that fits its neighbours best (Viterbi over word pairs).</summary>
public sealed class Reader(Lexis lexis, ShortForms shortForms)
{
    private readonly Spelling spelling = new(lexis, shortForms);
    private readonly LikeliestPath path = new(lexis);
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
        var chosen = path.Of(slots, accentFree);
        var reading = Compose(normalised, slots, chosen, accentFree, trace) with { SavesAccents = share < SomeAccents };
        return reading.SavesAccents ? WithLikelyAccents(reading, trace) : reading;
    }

    private Reading WithLikelyAccents(Reading reading, Trace? trace)
    {
        var words = reading.Words.ToList();
        accents.Restore(words);
        if (trace is not null)
        {
            Trace.Note(trace, "đoán dấu", string.Join(' ', words.Select(w => w.Likely ?? w.Text)));
        }

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
