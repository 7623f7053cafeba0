using System.Collections.Concurrent;
using System.Numerics;

namespace Chatbot.Understanding.Search;

/// <param name="Features">One value a <see cref="Feature"/>.</param>
public sealed record Scored(int Procedure, float[] Features, double Score)
{
    /// <summary>Softmax over the candidates.</summary>
    public double Share { get; init; }

    /// <summary>-1 when it has no phrase like the question.</summary>
    public int BestPhrase { get; init; } = -1;
}

/// <param name="Candidates">Best first.</param>
/// <param name="Meaning">Number of the most alike example that is no procedure; -1 when none is alike.</param>
public sealed record Ranking(IReadOnlyList<Scored> Candidates, int Meaning, float MeaningLikeness, int MeaningPhrase)
{
    /// <summary>Likeness of the best example of each meaning.</summary>
    public IReadOnlyList<float> Likenesses { get; init; } = [];
}

/// <summary>Finds candidates by title, phrase, text and topic, and orders them by the learned weights.</summary>
public sealed class Ranker(CatalogueIndex index, ulong actionBits, double[] weights)
{
    private const int Candidates = 40;
    private static readonly int FeatureCount = Enum.GetValues<Feature>().Length;

    /// <summary>What a shared word pair is worth in a phrase beside its two words.</summary>
    private const float PairShare = 0.6f;

    /// <summary>Phrases of less mass are too short to mean much when a long question holds them.</summary>
    private const float TellingPhrase = 1.2f;

    private readonly ConcurrentBag<Scratch> scratches = [];

    public Ranking Rank(Query query)
    {
        var scratch = scratches.TryTake(out var free) ? free : Scratch.For(index);
        scratch.Clear();
        Accumulate(query, scratch);
        ComparePhrases(query, scratch);
        var scored = Chosen(query, scratch).Select(p => Score(query, scratch, p)).ToList();
        scored.Sort((a, b) => b.Score.CompareTo(a.Score));
        var ranking = WithShares(scored, scratch);
        scratches.Add(scratch);
        return ranking;
    }

    private void Accumulate(Query query, Scratch scratch)
    {
        foreach (ref readonly var term in query.Terms.AsSpan())
        {
            Meet(term, scratch);
            scratch.Add(index, index.Titles, term, scratch.Title);
            scratch.Add(index, index.PhraseWords, term, scratch.Phrase);
            scratch.Add(index, index.PhraseWordsByProcedure, term, scratch.Words);
            scratch.AddWritten(index, index.Bodies, term, scratch.Body);
        }

        foreach (var pair in query.Pairs)
        {
            Scratch.Add(index.TitlePairs, pair, scratch.TitlePairs, 1);
            Scratch.Add(index.PhrasePairs, pair, scratch.Phrase, PairShare);
            Scratch.Add(index.PhrasePairsByProcedure, pair, scratch.Pairs, 1);
        }

        foreach (ref readonly var term in query.OfficeTerms.AsSpan())
        {
            scratch.Add(index, index.Titles, term, scratch.Office);
        }
    }

    private void Meet(in Term term, Scratch scratch)
    {
        if (term.Exact && term.Id >= 0)
        {
            scratch.Meet(term.Id, 1);
        }

        foreach (var mate in term.Fold < 0 ? ReadOnlySpan<int>.Empty : index.Members[term.Fold])
        {
            scratch.Meet(mate, MatchOf(term, mate));
        }
    }

    /// <summary>Likeness of a phrase: what is shared, against the mass of both, the phrase counting more because stories are long.</summary>
    private void ComparePhrases(Query query, Scratch scratch)
    {
        var accentFree = query.Terms.Length > 0 && !query.Terms[0].Exact;
        var own = 0.42f * (query.Mass + (PairShare * query.PairMass));
        for (var p = 0; p < index.Phrases.Length; p++)
        {
            if (scratch.Phrase[p] > 0.15f && p != query.WithoutPhrase)
            {
                var phrase = index.Phrases[p];
                var mass = (accentFree ? phrase.FoldMass : phrase.Mass) * (1 + (PairShare * 0.5f));
                var inside = Math.Min(1, scratch.Phrase[p] / mass) * Math.Min(1, phrase.Mass / TellingPhrase);
                scratch.Inside[phrase.Owner] = Math.Max(scratch.Inside[phrase.Owner], inside);
                Keep(scratch, phrase.Owner, p, Math.Min(1, scratch.Phrase[p] / (own + (0.58f * mass))));
            }
        }
    }

    private static void Keep(Scratch scratch, int owner, int phrase, float likeness)
    {
        var best = scratch.Best.AsSpan(owner * 3, 3);
        if (likeness > best[0])
        {
            (best[2], best[1], best[0]) = (best[1], best[0], likeness);
            scratch.BestPhrase[owner] = phrase;
        }
        else if (likeness > best[1])
        {
            (best[2], best[1]) = (best[1], likeness);
        }
        else if (likeness > best[2])
        {
            best[2] = likeness;
        }
    }

    private List<int> Chosen(Query query, Scratch scratch)
    {
        var queue = new PriorityQueue<int, float>(Candidates + 1);
        for (var p = 0; p < index.Count; p++)
        {
            var quick = (scratch.Title[p] / query.Mass) + (1.6f * scratch.Best[p * 3]) + (0.5f * scratch.Words[p] / query.Mass)
                + (0.25f * scratch.Body[p] / query.Mass) + (0.3f * scratch.Office[p]) + (0.5f * scratch.Inside[p]) + QuickTopic(query, p) + TitleShare(scratch, p);
            scratch.Quick[p] = quick;
            if (quick > 0.1f && (queue.Count < Candidates || quick > scratch.Quick[queue.Peek()]))
            {
                queue.Enqueue(p, quick);
                if (queue.Count > Candidates)
                {
                    queue.Dequeue();
                }
            }
        }

        return [.. queue.UnorderedItems.Select(i => i.Element)];
    }

    private float TitleShare(Scratch scratch, int p) => 0.6f * scratch.Title[p] / Math.Max(0.5f, index.TitleMass[p]);

    private float QuickTopic(Query query, int p) =>
        query.Previous < 0 ? 0 : p == query.Previous ? 2 : index.FieldNumber[p] == index.FieldNumber[query.Previous] ? 0.4f * query.Leans : 0;

    private Scored Score(Query query, Scratch scratch, int p)
    {
        var features = new float[FeatureCount];
        Evidence(query, scratch, p, features);
        Likelihood(query, p, features);
        var score = 0d;
        for (var f = 0; f < features.Length; f++)
        {
            score += features[f] * weights[f];
        }

        return new(p, features, score) { BestPhrase = scratch.BestPhrase[p] };
    }

    private void Evidence(Query query, Scratch scratch, int p, float[] features)
    {
        var best = scratch.Best.AsSpan(p * 3, 3);
        var explains = Math.Min(1, scratch.Title[p] / query.Mass);
        var mentioned = Mentioned(query, scratch, p);
        var both = explains + mentioned > 0 ? 2 * explains * mentioned / (explains + mentioned) : 0;
        features[(int)Feature.TitleExplains] = explains;
        features[(int)Feature.TitleMentioned] = mentioned;
        features[(int)Feature.TitlePairs] = query.PairMass > 0.01f ? Math.Min(1, scratch.TitlePairs[p] / query.PairMass) : 0;
        features[(int)Feature.TitleInOfficeTerms] = query.OfficeTerms.Length == 0 ? 0 : scratch.Office[p] / query.OfficeTerms.Sum(t => t.Weight);
        features[(int)Feature.BodyExplains] = Math.Min(1, scratch.Body[p] / query.Mass);
        features[(int)Feature.BestPhrase] = best[0];
        features[(int)Feature.BestPhraseSquared] = best[0] * best[0];
        features[(int)Feature.PhraseInside] = scratch.Inside[p];
        features[(int)Feature.ThreePhrases] = (best[0] + best[1] + best[2]) / 3;
        features[(int)Feature.PhraseWords] = Math.Min(1, (LeavesOut(query, p) ? WordsWithout(query, p) : scratch.Words[p]) / query.Mass);
        features[(int)Feature.PhrasePairs] = query.PairMass > 0.01f ? Math.Min(1, (LeavesOut(query, p) ? PairsWithout(query, p) : scratch.Pairs[p]) / query.PairMass) : 0;
        features[(int)Feature.TitleAlike] = both;
        features[(int)Feature.TitleVerbatim] = both * both * both * both;
        features[(int)Feature.BestEvidence] = Math.Max(best[0], both);
        features[(int)Feature.RareWord] = RareWord(query, p, scratch.BestPhrase[p]);
    }

    private void Likelihood(Query query, int p, float[] features)
    {
        features[(int)Feature.Commune] = index.Standings[p] == Standing.Commune ? 1 : 0;
        features[(int)Feature.CentralOnly] = index.Standings[p] == Standing.CentralOnly ? 1 : 0;
        features[(int)Feature.Asked] = index.PhraseCount[p] > 0 ? 1 : 0;
        features[(int)Feature.Popular] = index.Popularity[p];
        features[(int)Feature.ManyPhrases] = MathF.Log2(1 + index.PhraseCount[p]) / 6;
        var (inTitle, asked) = (index.Qualifiers[p], query.Qualifiers);
        var (caseInTitle, caseAsked) = (inTitle & ~actionBits, asked & ~actionBits);
        features[(int)Feature.SpecialCase] = Math.Min(2, BitOperations.PopCount(caseInTitle & ~caseAsked)) / 2f;
        features[(int)Feature.SpecialCaseMeant] = Math.Min(2, BitOperations.PopCount(caseInTitle & caseAsked)) / 2f;
        features[(int)Feature.OtherAge] = index.Ages[p].Meets(query.Age) ? 0 : 1;
        var (actionInTitle, actionAsked) = (inTitle & actionBits, asked & actionBits);
        features[(int)Feature.SameAction] = (actionInTitle & actionAsked) != 0 ? 1 : 0;
        features[(int)Feature.OtherAction] = actionInTitle != 0 && (actionInTitle & actionAsked) == 0 ? (actionAsked != 0 ? 1 : 0.5f) : 0;
        features[(int)Feature.ActionUnmet] = actionAsked != 0 && (actionInTitle & actionAsked) == 0 ? 1 : 0;
        features[(int)Feature.Previous] = query.Previous == p ? query.Leans : 0;
        features[(int)Feature.PreviousField] = query.Previous >= 0 && index.FieldNumber[p] == index.FieldNumber[query.Previous] ? query.Leans : 0;
        features[(int)Feature.FieldExplains] = Share(query, index.FieldWords[p]);
    }

    private bool LeavesOut(Query query, int p) => query.WithoutPhrase >= 0 && index.Phrases[query.WithoutPhrase].Owner == p;

    /// <summary>What the other phrases of the procedure know of the question; for training only.</summary>
    private float WordsWithout(Query query, int p)
    {
        var others = index.PhrasesOf[p].Where(i => i != query.WithoutPhrase).Select(i => index.Phrases[i].Words).ToList();
        return query.Terms.Sum(term => term.Weight * CatalogueIndex.Known(others.Count(words => Holds(words, term)), others.Count));
    }

    private float PairsWithout(Query query, int p)
    {
        var others = index.PhrasesOf[p].Where(i => i != query.WithoutPhrase).Select(i => index.Phrases[i].Pairs).ToList();
        return query.Pairs.Sum(pair => pair.Weight * CatalogueIndex.Known(others.Count(pairs => Array.IndexOf(pairs, pair.Id) >= 0), others.Count));
    }

    private float Mentioned(Query query, Scratch scratch, int p)
    {
        var accentFree = query.Terms.Length > 0 && !query.Terms[0].Exact;
        var (shared, all) = (0f, accentFree ? index.TitleFoldMass[p] : index.TitleMass[p]);
        foreach (var word in index.TitleWords[p])
        {
            shared += scratch.Met[word] * (accentFree ? index.FoldWeights[index.FoldOf[word]] : index.WordWeights[word]);
        }

        return all > 0 ? Math.Min(1, shared / all) : 0;
    }

    private float Share(Query query, int[] words)
    {
        var shared = 0f;
        foreach (ref readonly var term in query.Terms.AsSpan())
        {
            shared += Holds(words, term) ? term.Weight : 0;
        }

        return shared / query.Mass;
    }

    private bool Holds(int[] words, in Term term)
    {
        foreach (var word in words)
        {
            if (MatchOf(term, word) > 0.5f)
            {
                return true;
            }
        }

        return false;
    }

    private float RareWord(Query query, int p, int bestPhrase)
    {
        var (rarest, found) = (0f, 0f);
        foreach (ref readonly var term in query.Terms.AsSpan())
        {
            if (term.Weight > rarest && term.Fold >= 0)
            {
                rarest = term.Weight;
                found = Held(term, index.TitleWords[p], bestPhrase);
            }
        }

        return found;
    }

    private float Held(in Term term, int[] title, int bestPhrase)
    {
        var best = 0f;
        foreach (var word in title)
        {
            best = Math.Max(best, MatchOf(term, word));
        }

        foreach (var word in bestPhrase < 0 ? ReadOnlySpan<int>.Empty : index.Phrases[bestPhrase].Words)
        {
            best = Math.Max(best, MatchOf(term, word));
        }

        return best;
    }

    private float MatchOf(in Term term, int word) =>
        term.Exact && term.Id == word ? 1
        : index.FoldOf[word] != term.Fold ? 0
        : !term.Exact ? 1 : term.Id >= 0 ? Scratch.OtherAccents : Scratch.UnknownAccents;

    private Ranking WithShares(List<Scored> scored, Scratch scratch)
    {
        var top = scored.Count == 0 ? 0 : scored[0].Score;
        var sum = scored.Sum(s => Math.Exp(s.Score - top));
        var meaning = -1;
        var likenesses = new float[index.Meanings.Count];
        for (var m = 0; m < index.Meanings.Count; m++)
        {
            var at = (index.Count + m) * 3;
            likenesses[m] = scratch.Best[at];
            meaning = scratch.Best[at] > 0 && (meaning < 0 || scratch.Best[at] > scratch.Best[(index.Count + meaning) * 3]) ? m : meaning;
        }

        return new([.. scored.Select(s => s with { Share = Math.Exp(s.Score - top) / sum })], meaning,
            meaning < 0 ? 0 : scratch.Best[(index.Count + meaning) * 3], meaning < 0 ? -1 : scratch.BestPhrase[index.Count + meaning]) { Likenesses = likenesses };
    }
}
