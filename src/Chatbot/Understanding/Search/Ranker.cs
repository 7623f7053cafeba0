using System.Collections.Concurrent;
using System.Runtime.Intrinsics;

namespace Chatbot.Understanding.Search;

/// <param name="Features">One value a <see cref="Feature"/>.</param>
public sealed record Scored(int Procedure, float[] Features, double Score)
{
    /// <summary>Softmax over the candidates.</summary>
    public double Share { get; init; }

    /// <summary>-1 when it has no phrase like the question.</summary>
    public int BestPhrase { get; init; } = -1;
}

/// <param name="features">One value a <see cref="Feature"/>.</param>
public delegate bool FeatureTest(ReadOnlySpan<float> features);

/// <param name="Candidates">Best first.</param>
/// <param name="Meaning">Number of the most alike example that is no procedure; -1 when none is alike.</param>
public sealed record Ranking(IReadOnlyList<Scored> Candidates, int Meaning, float MeaningLikeness, int MeaningPhrase)
{
    /// <summary>Likeness of the best example of each meaning.</summary>
    public IReadOnlyList<float> Likenesses { get; init; } = [];
}

/// <summary>Finds candidates by title, phrase, text and topic, and orders them by the learned weights.</summary>
public sealed class Ranker(CatalogueIndex index, Qualifiers qualifiers, double[] weights)
{
    private const int Candidates = 40;
    private static readonly int FeatureCount = Enum.GetValues<Feature>().Length;

    /// <summary>What a shared word pair is worth in a phrase beside its two words.</summary>
    private const float PairShare = 0.6f;

    /// <summary>Phrases of less mass are too short to mean much when a long question holds them.</summary>
    private const float TellingPhrase = 1.2f;

    private readonly ConcurrentBag<Scratch> scratches = [];
    private readonly Evidence evidence = new(index);
    private readonly Likelihood likelihood = new(index, qualifiers);

    public Ranking Rank(Query query) => Rank(query, isWorthIt: null)!;

    /// <param name="isWorthIt">
    /// Asked with the first candidate's features; false: the caller has no use for the ranking, and none is made. It may look at
    /// <see cref="Feature.BestEvidence"/> and <see cref="Feature.PhraseInside"/> only, and more of either must never turn true to false: it is asked
    /// about every procedure before the costly part of the search, and when none passes that is left out.
    /// </param>
    /// <returns>null only when it was not worth it, or there is no candidate to ask about.</returns>
    public Ranking? RankIf(Query query, FeatureTest isWorthIt) => Rank(query, isWorthIt);

    private Ranking? Rank(Query query, FeatureTest? isWorthIt)
    {
        var scratch = scratches.TryTake(out var free) ? free : Scratch.For(index, Candidates, FeatureCount);
        scratch.Clear();
        AccumulateLikeness(query, scratch);
        ComparePhrases(query, scratch);
        var ranking = isWorthIt is null || MayPass(query, scratch, isWorthIt) ? Rank(query, scratch, isWorthIt) : null;
        scratches.Add(scratch);
        return ranking;
    }

    private Ranking? Rank(Query query, Scratch scratch, FeatureTest? isWorthIt)
    {
        AccumulateRest(query, scratch);
        Choose(query, scratch);
        for (var at = 0; at < scratch.Chosen.Count; at++)
        {
            scratch.Scores[at] = Score(query, scratch, at);
        }

        var isWanted = isWorthIt is null || (scratch.Chosen.Count > 0 && isWorthIt(scratch.FeaturesOf(scratch.First())));
        return isWanted ? RankingOf(scratch) : null;
    }

    /// <summary>Some procedure is alike enough by title or phrase; most parts of a long message name none.</summary>
    private bool MayPass(Query query, Scratch scratch, FeatureTest isWorthIt)
    {
        Span<float> features = stackalloc float[FeatureCount];
        for (var p = 0; p < index.Count; p++)
        {
            features[(int)Feature.PhraseInside] = scratch.Inside[p];
            features[(int)Feature.BestEvidence] = Evidence.AtMost(query, scratch, p);
            if (isWorthIt(features))
            {
                features[(int)Feature.BestEvidence] = evidence.Best(query, scratch, p);
                if (isWorthIt(features))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What titles and single phrases share with the question.</summary>
    private void AccumulateLikeness(Query query, Scratch scratch)
    {
        foreach (ref readonly var term in query.Terms.AsSpan())
        {
            Meet(term, scratch);
            scratch.Add(index, index.Titles, term, scratch.Title);
            scratch.Add(index, index.PhraseWords, term, scratch.Phrase);
        }

        foreach (var pair in query.Pairs)
        {
            Scratch.Add(index.PhrasePairs, pair, scratch.Phrase, PairShare);
        }
    }

    private void AccumulateRest(Query query, Scratch scratch)
    {
        foreach (ref readonly var term in query.Terms.AsSpan())
        {
            scratch.Add(index, index.PhraseWordsByProcedure, term, scratch.Words);
            scratch.AddWritten(index, index.Bodies, term, scratch.Body);
        }

        foreach (var pair in query.Pairs)
        {
            Scratch.Add(index.TitlePairs, pair, scratch.TitlePairs, 1);
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
            scratch.Meet(mate, index.MatchOf(term, mate));
        }
    }

    /// <summary>Likeness of a phrase: what is shared, against the mass of both, the phrase counting more because stories are long.</summary>
    private void ComparePhrases(Query query, Scratch scratch)
    {
        var accentFree = query.Terms.Length > 0 && !query.Terms[0].Exact;
        var own = 0.42f * (query.Mass + (PairShare * query.PairMass));
        var (shared, owners, masses) = (scratch.Phrase, index.PhraseOwners, accentFree ? index.PhraseFoldMass : index.PhraseMass);
        for (var p = NextShared(shared, 0); p < shared.Length; p = NextShared(shared, p + 1))
        {
            if (p != query.WithoutPhrase && !IsHidden(owners[p]))
            {
                var mass = masses[p] * (1 + (PairShare * 0.5f));
                var inside = Math.Min(1, shared[p] / mass) * Math.Min(1, index.PhraseMass[p] / TellingPhrase);
                scratch.Inside[owners[p]] = Math.Max(scratch.Inside[owners[p]], inside);
                Keep(scratch, owners[p], p, Math.Min(1, shared[p] / (own + (0.58f * mass))));
            }
        }
    }

    /// <summary>A phrase that shares less is like nothing.</summary>
    private const float LeastShared = 0.15f;

    /// <summary>The next phrase that shares enough, or the length; most share nothing, so whole vectors are passed over.</summary>
    private static int NextShared(float[] shared, int from)
    {
        var least = Vector256.Create(LeastShared);
        while (from + Vector256<float>.Count <= shared.Length && !Vector256.GreaterThanAny(Vector256.LoadUnsafe(ref shared[from]), least))
        {
            from += Vector256<float>.Count;
        }

        while (from < shared.Length && !(shared[from] > LeastShared))
        {
            from++;
        }

        return from;
    }

    private bool[]? hidden;

    /// <summary>The same ranker for those who must not hear of some meanings.</summary>
    /// <param name="meanings">By number; true: left out.</param>
    public Ranker Without(bool[] meanings)
    {
        var other = (Ranker)MemberwiseClone();
        other.hidden = meanings;
        return other;
    }

    private bool IsHidden(int owner) => hidden is not null && owner >= index.Count && hidden[owner - index.Count];

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

    private void Choose(Query query, Scratch scratch)
    {
        var (queue, quicks) = (scratch.Promising, scratch.Quick);
        for (var p = 0; p < index.Count; p++)
        {
            var quick = (scratch.Title[p] / query.Mass) + (1.6f * scratch.Best[p * 3]) + (0.5f * scratch.Words[p] / query.Mass)
                + (0.25f * scratch.Body[p] / query.Mass) + (0.3f * scratch.Office[p]) + (0.5f * scratch.Inside[p]) + QuickTopic(query, p) + TitleShare(scratch, p);
            quicks[p] = quick;
            if (quick > 0.1f && (queue.Count < Candidates || quick > quicks[queue.Peek()]))
            {
                queue.Enqueue(p, quick);
                if (queue.Count > Candidates)
                {
                    queue.Dequeue();
                }
            }
        }

        foreach (var (procedure, _) in queue.UnorderedItems)
        {
            scratch.Chosen.Add(procedure);
        }
    }

    private float TitleShare(Scratch scratch, int p) => 0.6f * scratch.Title[p] / Math.Max(0.5f, index.TitleMass[p]);

    private float QuickTopic(Query query, int p) =>
        query.Previous < 0 ? 0 : p == query.Previous ? 2 : index.FieldNumber[p] == index.FieldNumber[query.Previous] ? 0.4f * query.Leans : 0;

    private double Score(Query query, Scratch scratch, int at)
    {
        var features = scratch.FeaturesOf(at);
        features.Clear();
        evidence.Measure(query, scratch, scratch.Chosen[at], features);
        likelihood.Measure(query, scratch.Chosen[at], features);
        var score = 0d;
        for (var f = 0; f < features.Length; f++)
        {
            score += features[f] * weights[f];
        }

        return score;
    }

    private Ranking RankingOf(Scratch scratch)
    {
        var (meaning, likenesses) = (-1, new float[index.Meanings.Count]);
        for (var m = 0; m < likenesses.Length; m++)
        {
            likenesses[m] = scratch.Best[(index.Count + m) * 3];
            meaning = likenesses[m] > 0 && (meaning < 0 || likenesses[m] > likenesses[meaning]) ? m : meaning;
        }

        return new(Ordered(scratch), meaning, meaning < 0 ? 0 : likenesses[meaning], meaning < 0 ? -1 : scratch.BestPhrase[index.Count + meaning])
        {
            Likenesses = likenesses,
        };
    }

    private static Scored[] Ordered(Scratch scratch)
    {
        var (chosen, scores) = (scratch.Chosen, scratch.Scores);
        var top = chosen.Count == 0 ? 0 : scores[scratch.First()];
        var sum = 0d;
        for (var at = 0; at < chosen.Count; at++)
        {
            sum += Math.Exp(scores[at] - top);
        }

        var scored = new Scored[chosen.Count];
        for (var at = 0; at < scored.Length; at++)
        {
            scored[at] = new(chosen[at], scratch.FeaturesOf(at).ToArray(), scores[at])
            {
                Share = Math.Exp(scores[at] - top) / sum, BestPhrase = scratch.BestPhrase[chosen[at]],
            };
        }

        Array.Sort(scored, static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Procedure - b.Procedure);
        return scored;
    }
}
