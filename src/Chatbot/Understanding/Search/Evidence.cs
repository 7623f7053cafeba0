namespace Chatbot.Understanding.Search;

/// <summary>How well title, text and phrases of a procedure fit a question.</summary>
public sealed class Evidence(CatalogueIndex index)
{
    /// <summary>The name alone says a little less than the whole title.</summary>
    private const float CoreShare = 0.95f;

    public void Measure(Query query, Scratch scratch, int p, Span<float> features)
    {
        var best = scratch.Best.AsSpan(p * 3, 3);
        var explains = Explains(query, scratch, p);
        var mentioned = Mentioned(query, scratch, p);
        var core = CoreMentioned(query, scratch, p);
        var both = Both(explains, mentioned);
        features[(int)Feature.CoreMentioned] = core;
        features[(int)Feature.CoreAlike] = Both(explains, core);
        features[(int)Feature.TitleExplains] = explains;
        features[(int)Feature.TitleMentioned] = mentioned;
        features[(int)Feature.TitlePairs] = query.PairMass > 0.01f ? Math.Min(1, scratch.TitlePairs[p] / query.PairMass) : 0;
        features[(int)Feature.TitleInOfficeTerms] = query.OfficeMass > 0 ? scratch.Office[p] / query.OfficeMass : 0;
        features[(int)Feature.BodyExplains] = Math.Min(1, scratch.Body[p] / query.Mass);
        features[(int)Feature.BestPhrase] = best[0];
        features[(int)Feature.BestPhraseSquared] = best[0] * best[0];
        features[(int)Feature.PhraseInside] = scratch.Inside[p];
        features[(int)Feature.ThreePhrases] = (best[0] + best[1] + best[2]) / 3;
        features[(int)Feature.PhraseWords] = Math.Min(1, (LeavesOut(query, p) ? WordsWithout(query, p) : scratch.Words[p]) / query.Mass);
        features[(int)Feature.PhrasePairs] = query.PairMass > 0.01f ? Math.Min(1, (LeavesOut(query, p) ? PairsWithout(query, p) : scratch.Pairs[p]) / query.PairMass) : 0;
        features[(int)Feature.TitleAlike] = both;
        features[(int)Feature.TitleVerbatim] = both * both * both * both;
        features[(int)Feature.BestEvidence] = BestOf(best[0], both, features[(int)Feature.CoreAlike]);
        features[(int)Feature.RareWord] = RareWord(query, p, scratch.BestPhrase[p]);
    }

    private static float BestOf(float phrase, float title, float core) => Math.Max(phrase, Math.Max(title, CoreShare * core));

    /// <summary><see cref="Feature.BestEvidence"/> alone.</summary>
    public float Best(Query query, Scratch scratch, int p)
    {
        var explains = Explains(query, scratch, p);
        return BestOf(scratch.Best[p * 3], Both(explains, Mentioned(query, scratch, p)), Both(explains, CoreMentioned(query, scratch, p)));
    }

    /// <summary>What it is at most, however much of the title is mentioned: cheap enough to ask for every procedure.</summary>
    public static float AtMost(Query query, Scratch scratch, int p) => Math.Max(scratch.Best[p * 3], Both(Explains(query, scratch, p), 1));

    private static float Explains(Query query, Scratch scratch, int p) => Math.Min(1, scratch.Title[p] / query.Mass);

    private bool LeavesOut(Query query, int p) => query.WithoutPhrase >= 0 && index.Phrases[query.WithoutPhrase].Owner == p;

    /// <summary>What the other phrases of the procedure know of the question; for training only.</summary>
    private float WordsWithout(Query query, int p)
    {
        var others = index.PhrasesOf[p].Where(i => i != query.WithoutPhrase).Select(i => index.Phrases[i].Words).ToList();
        return query.Terms.Sum(term => term.Weight * CatalogueIndex.Known(others.Count(words => index.Holds(words, term)), others.Count));
    }

    private float PairsWithout(Query query, int p)
    {
        var others = index.PhrasesOf[p].Where(i => i != query.WithoutPhrase).Select(i => index.Phrases[i].Pairs).ToList();
        return query.Pairs.Sum(pair => pair.Weight * CatalogueIndex.Known(others.Count(pairs => Array.IndexOf(pairs, pair.Id) >= 0), others.Count));
    }

    private static float Both(float a, float b) => a + b > 0 ? 2 * a * b / (a + b) : 0;

    private float CoreMentioned(Query query, Scratch scratch, int p)
    {
        var accentFree = query.Terms.Length > 0 && !query.Terms[0].Exact;
        var (shared, all) = (0f, 0f);
        foreach (var word in index.CoreWords[p])
        {
            var weight = accentFree ? index.FoldWeights[index.FoldOf[word]] : index.WordWeights[word];
            shared += scratch.Met[word] * weight;
            all += weight;
        }

        return all > 0 ? Math.Min(1, shared / all) : 0;
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
            best = Math.Max(best, index.MatchOf(term, word));
        }

        foreach (var word in bestPhrase < 0 ? ReadOnlySpan<int>.Empty : index.Phrases[bestPhrase].Words)
        {
            best = Math.Max(best, index.MatchOf(term, word));
        }

        return best;
    }
}
