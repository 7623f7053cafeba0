using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <param name="Kind">The likeliest handling that is no question about a procedure.</param>
/// <param name="Margin">How much likelier it is than such a question: about -3 to 3, above 0 when likelier.</param>
public readonly record struct KindOfMessage(Handling Kind, float Margin);

/// <summary>
/// What a message sounds like: a question about a procedure, small talk, a complaint… Naive Bayes over accent-free words and pairs, counted
/// from the phrase bank and the examples when the index is built, so that an example also helps messages that are worded otherwise.
/// </summary>
public sealed class MessageKinds
{
    /// <summary>How many messages of average wording are added to each kind's own: the kinds have some sixty examples each.</summary>
    private const float Smoothing = 20;

    /// <summary>One word must not decide alone.</summary>
    private const float MostAgainst = -2.5f;
    private const float MostFor = 3f;
    private const float PairShare = 0.5f;

    private readonly CatalogueIndex index;
    private readonly Handling[] kinds;
    private readonly int[] kindOfMeaning;
    private readonly Counts[] counts;
    private readonly Counts all;

    private sealed record Counts(int[] Words, int[] Pairs)
    {
        public int Messages { get; set; }
    }

    public MessageKinds(CatalogueIndex index)
    {
        this.index = index;
        kinds = [Handling.Procedure, .. index.Meanings.Select(Of).Distinct().Order()];
        kindOfMeaning = [.. index.Meanings.Select(m => Array.IndexOf(kinds, Of(m)))];
        counts = [.. kinds.Select(_ => new Counts(new int[index.Members.Length], new int[index.PairWeights.Length]))];
        all = new(new int[index.Members.Length], new int[index.PairWeights.Length]);
        foreach (var phrase in index.Phrases)
        {
            Count(phrase, counts[KindOf(phrase)]);
            Count(phrase, all);
        }
    }

    /// <param name="concepts">The things it names.</param>
    /// <param name="withoutPhrase">Phrase to act as if it were not counted; -1 for none.</param>
    public KindOfMessage Of(Reading reading, List<string> concepts, int withoutPhrase)
    {
        var (words, pairs) = Met(reading);
        words.AddRange(concepts.Select(c => index.Lexis.FoldIdOf(c)).Where(fold => fold >= 0));
        var without = withoutPhrase < 0 ? -1 : KindOf(index.Phrases[withoutPhrase]);
        var best = new KindOfMessage(Handling.OutOfScope, -3);
        for (var kind = 1; kind < kinds.Length; kind++)
        {
            var sum = 0f;
            foreach (var word in words)
            {
                sum += Ratio(kind, without, counts[kind].Words[word], counts[0].Words[word], all.Words[word]);
            }

            foreach (var pair in pairs)
            {
                sum += PairShare * Ratio(kind, without, counts[kind].Pairs[pair], counts[0].Pairs[pair], all.Pairs[pair]);
            }

            var margin = Math.Clamp(sum / MathF.Sqrt(words.Count + (PairShare * pairs.Count) + 4), -3, 3);
            best = margin > best.Margin ? new(kinds[kind], margin) : best;
        }

        return best;
    }

    private float Ratio(int kind, int without, int inKind, int inProcedures, int inAll)
    {
        inKind -= without == kind ? 1 : 0;
        inProcedures -= without == 0 ? 1 : 0;
        inAll -= without >= 0 ? 1 : 0;
        if (inAll <= 0)
        {
            return 0;
        }

        var usual = inAll / (float)all.Messages;
        var here = (Math.Max(0, inKind) + (Smoothing * usual)) / (counts[kind].Messages + Smoothing);
        var there = (Math.Max(0, inProcedures) + (Smoothing * usual)) / (counts[0].Messages + Smoothing);
        return Math.Clamp(MathF.Log(here / there), MostAgainst, MostFor);
    }

    private (List<int> Words, List<int> Pairs) Met(Reading reading)
    {
        var (words, pairs, before) = (new List<int>(reading.Words.Count), new List<int>(reading.Words.Count), -1);
        foreach (var word in reading.Words)
        {
            var fold = index.Lexis.FoldIdOf(word.Folded);
            if (fold >= 0 && !words.Contains(fold))
            {
                words.Add(fold);
            }

            if (fold >= 0 && before >= 0 && index.PairIds.TryGetValue(Lexis.Key(before, fold), out var pair) && !pairs.Contains(pair))
            {
                pairs.Add(pair);
            }

            before = fold;
        }

        return (words, pairs);
    }

    private void Count(Phrase phrase, Counts to)
    {
        to.Messages++;
        foreach (var fold in phrase.Words.Select(w => index.FoldOf[w]).Distinct())
        {
            to.Words[fold]++;
        }

        foreach (var pair in phrase.Pairs)
        {
            to.Pairs[pair]++;
        }
    }

    private int KindOf(Phrase phrase) => phrase.Owner < index.Count ? 0 : kindOfMeaning[phrase.Owner - index.Count];

    private static Handling Of(string meaning) => Wire.HandlingOf(meaning.Split(' ')[0]) ?? Handling.OutOfScope;
}
