using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>What was asked and what was found for it.</summary>
/// <param name="WeakMeaning">A rule's meaning that holds unless a procedure is clearly meant; null when no such rule held.</param>
public sealed record Finding(Query Query, Ranking Ranking, Aspect Aspect, int Words, string? WeakMeaning);

/// <param name="Service">Number of the service of its first candidate.</param>
public sealed record SureNeed(Need Need, int Service);

/// <summary>Answer, ask back, or leave it: by the calibrated confidence that the first candidate is right.</summary>
public sealed class Decision(CatalogueIndex index, Weights weights)
{
    /// <summary>A procedure whose title or phrase is this alike is clearly meant.</summary>
    private const float Clear = 0.5f;

    /// <summary>"bot ngu quá" is half like some phrase among thousands; so few words must be more alike.</summary>
    private const float ClearInFewWords = 0.75f;

    private const int FewWords = 3;

    /// <summary>A message that says more than this is not mere greeting or thanks, though it may hold both.</summary>
    private const float MostSmalltalk = 3f;

    /// <summary>A message that says no more than this is what the weak rule takes it for.</summary>
    private const float Little = 0.6f;

    private const double OtherUnderWeakRule = 0.2;
    private const float SureOfNeed = 0.68f;
    private const int MostCandidates = 10;

    public Understood Named(int procedure, Aspect aspect) =>
        new(Handling.Procedure, aspect, [.. members.Value[index.Service[procedure]].Prepend(procedure).Distinct().Take(MostCandidates).Select(p => new Candidate(index.Procedures[p].Code, 1))], 1);

    public Understood Of(Finding finding)
    {
        var top = finding.Ranking.Candidates.Count > 0 ? finding.Ranking.Candidates[0] : null;
        var evidence = top?.Features[(int)Feature.BestEvidence] ?? 0;
        if (finding.Query.Previous >= 0 && StaysWithTopic(finding, top, evidence))
        {
            return Named(finding.Query.Previous, finding.Aspect) with { Confidence = 0.85 };
        }

        var other = top is null ? 1 : OtherChance(finding.Query, finding.Ranking);
        if (finding.WeakMeaning is { } meaning && evidence < (finding.Words <= FewWords ? ClearInFewWords : Clear) && finding.Query.Mass < MostSmalltalk
            && (finding.Query.Mass < Little || other > OtherUnderWeakRule))
        {
            return Meanings.ToUnderstood(meaning, 0.9);
        }

        if (other >= weights.OtherFrom && (finding.Query.Previous < 0 || evidence < Clear))
        {
            return SoundsLike(finding, other);
        }

        return top is null ? Understood.Nothing : ByConfidence(finding);
    }

    /// <summary>The chance that a message asks for no procedure at all, 0 to 1, as learnt from phrases and examples.</summary>
    public double OtherChance(Query query, Ranking ranking) => Chance(OtherSignals(query, ranking), weights.Other);

    public Dictionary<string, double> OtherSignals(Query query, Ranking ranking)
    {
        var top = ranking.Candidates[0];
        var evidence = top.Features[(int)Feature.BestEvidence];
        return new()
        {
            ["bias"] = 1,
            ["sounds"] = query.Sounds.Margin,
            ["soundsClearly"] = Math.Max(0, query.Sounds.Margin),
            ["evidence"] = evidence,
            ["example"] = ranking.MeaningLikeness,
            ["exampleLeads"] = Math.Max(0, ranking.MeaningLikeness - evidence),
            ["phraseWords"] = top.Features[(int)Feature.PhraseWords],
            ["titleExplains"] = top.Features[(int)Feature.TitleExplains],
            ["phraseInside"] = top.Features[(int)Feature.PhraseInside],
            ["unknown"] = query.Unknown,
            ["says"] = Math.Min(1, query.Mass / 3),
            ["little"] = Math.Max(0, 1 - query.Mass),
            ["asks"] = query.Asks ? 1 : 0,
        };
    }

    /// <summary>The most alike example's meaning, of the kind that the message sounds like unless the example is close.</summary>
    private Understood SoundsLike(Finding finding, double chance)
    {
        var (kind, ranking) = (finding.Query.Sounds.Kind, finding.Ranking);
        if (ranking.Meaning >= 0 && ranking.MeaningLikeness > Clear)
        {
            return Meanings.ToUnderstood(index.Meanings[ranking.Meaning], chance);
        }

        var best = -1;
        for (var m = 0; m < index.Meanings.Count; m++)
        {
            var fits = index.Meanings[m].StartsWith(Wire.Name(kind), StringComparison.Ordinal);
            best = fits && (best < 0 || ranking.Likenesses[m] > ranking.Likenesses[best]) ? m : best;
        }

        return best < 0 || (kind == Handling.Faq && ranking.Likenesses[best] < 0.3f) ? Understood.Nothing with { Confidence = chance } : Meanings.ToUnderstood(index.Meanings[best], chance);
    }

    /// <summary>The first candidate's title and phrases leave a good part of the message unexplained: it may hold a second need.</summary>
    public static bool LeavesMuchUnsaid(Ranking ranking) =>
        ranking.Candidates[0].Features[(int)Feature.TitleExplains] < 0.9f && ranking.Candidates[0].Features[(int)Feature.BestPhrase] < 0.75f;

    /// <returns>null when this part of the message names no procedure clearly enough to stand alone.</returns>
    public SureNeed? SureNeed(Query query, Ranking ranking, Aspect aspect)
    {
        if (query.Mass < 0.5f || ranking.Candidates.Count == 0 || ranking.Candidates[0].Features[(int)Feature.BestEvidence] < SureOfNeed)
        {
            return null;
        }

        return new(new(aspect, Codes(ranking, 0.9)), index.Service[ranking.Candidates[0].Procedure]);
    }

    /// <summary>Two needs: the one the whole message points at first, then the other.</summary>
    public Understood Both(Understood whole, Need first, Need second)
    {
        var (main, other) = SameService(whole.Candidates[0], second.Candidates[0]) ? (second, first) : (first, second);
        var codes = new[] { main.Candidates[0], other.Candidates[0] }.Concat(main.Candidates.Skip(1).Take(4)).Concat(other.Candidates.Skip(1).Take(4)).Concat(whole.Candidates);
        return whole with { Aspect = main.Aspect, Handling = Handling.Procedure, Confidence = Math.Max(whole.Confidence, SureOfNeed), Candidates = [.. codes.DistinctBy(c => c.Code).Take(MostCandidates)], MoreNeeds = [other] };
    }

    /// <summary>The signals of the confidence model, by name.</summary>
    public Dictionary<string, double> Signals(Query query, Ranking ranking)
    {
        var top = ranking.Candidates[0];
        var services = Services(ranking);
        return new()
        {
            ["bias"] = 1,
            ["share"] = services[0].Share,
            ["lead"] = services[0].Share - (services.Count > 1 ? services[1].Share : 0),
            ["evidence"] = top.Features[(int)Feature.BestEvidence],
            ["bestPhrase"] = top.Features[(int)Feature.BestPhrase],
            ["titleExplains"] = top.Features[(int)Feature.TitleExplains],
            ["phraseInside"] = top.Features[(int)Feature.PhraseInside],
            ["phraseWords"] = top.Features[(int)Feature.PhraseWords],
            ["rareWord"] = top.Features[(int)Feature.RareWord],
            ["unknown"] = query.Unknown,
            ["popular"] = top.Features[(int)Feature.Popular],
            ["sounds"] = query.Sounds.Margin,
            ["otherMeaning"] = Math.Max(0, ranking.MeaningLikeness - top.Features[(int)Feature.BestEvidence] + 0.2f),
            ["says"] = Math.Min(1, query.Mass / 3),
        };
    }

    private Understood ByConfidence(Finding finding)
    {
        var confidence = Confidence(finding.Query, finding.Ranking);
        if (confidence < weights.Abstain)
        {
            return finding.Query.Previous >= 0 ? Named(finding.Query.Previous, finding.Aspect) with { Handling = Handling.Clarify, Confidence = confidence }
                : Understood.Nothing with { Confidence = 1 - confidence };
        }

        var codes = Codes(finding.Ranking, confidence);
        var handling = confidence < weights.Clarify && Services(finding.Ranking).Count > 1 ? Handling.Clarify : Handling.Procedure;
        return new(handling, finding.Aspect, codes, confidence);
    }

    public double Confidence(Query query, Ranking ranking)
    {
        return Chance(Signals(query, ranking), weights.Confidence);
    }

    private static double Chance(Dictionary<string, double> signals, IReadOnlyDictionary<string, double> weights) =>
        1 / (1 + Math.Exp(-signals.Sum(s => s.Value * weights.GetValueOrDefault(s.Key))));

    /// <summary>The neighbour of the topic that a short message turned to; the topic itself stands second, as the other button.</summary>
    public Understood Turned(Ranking turned, int previous, Aspect aspect)
    {
        var codes = Ordered(turned.Candidates[0].Procedure, turned).Append(previous).Concat(turned.Candidates.Skip(1).Select(c => c.Procedure)).Distinct();
        return new(Handling.Procedure, aspect, [.. codes.Take(MostCandidates).Select((p, i) => new Candidate(index.Procedures[p].Code, i == 0 ? 0.7 : 0.1))], 0.7);
    }

    private static bool StaysWithTopic(Finding finding, Scored? top, float evidence) =>
        finding.WeakMeaning is null && (top is null || finding.Query.Mass < 0.35f
            || (evidence < Clear && finding.Words <= 12 && top.Features[(int)Feature.SameAction] < 1 && (finding.Ranking.MeaningLikeness < Clear || IsBareAspect(finding))));

    /// <summary>"thế nộp ở đâu" may be like some example of small talk; after talk of a procedure it asks about that.</summary>
    private static bool IsBareAspect(Finding finding) => finding.Aspect != Aspect.General && finding.Words <= 7;

    private List<(int Service, double Share, int Best)> Services(Ranking ranking) =>
        [.. ranking.Candidates.GroupBy(c => index.Service[c.Procedure]).Select(g => (g.Key, g.Sum(c => c.Share), g.First().Procedure)).OrderByDescending(s => s.Item2)];

    /// <summary>
    /// Services best first, in each the commune's or newest code first. When the first service is not quite certain, its siblings
    /// stand behind the first codes of the next two services, so that three codes are three choices.
    /// </summary>
    private IReadOnlyList<Candidate> Codes(Ranking ranking, double confidence)
    {
        var services = Services(ranking).Take(MostCandidates).Select(s => (s.Share, Codes: Ordered(s.Best, ranking).ToList())).ToList();
        var spread = confidence < 0.8 ? 3 : 1;
        var heads = services.Take(spread).Select(s => (Code: s.Codes[0], s.Share));
        var rest = services.Select((s, i) => s.Codes.Skip(i < spread ? 1 : 0).Select(c => (Code: c, s.Share))).SelectMany(x => x);
        return [.. heads.Concat(rest).Take(MostCandidates).Select(c => new Candidate(index.Procedures[c.Code].Code, Math.Round(c.Share, 4)))];
    }

    /// <summary>The commune's code first, then the one found best, then the newest.</summary>
    private IEnumerable<int> Ordered(int procedure, Ranking ranking)
    {
        var place = new Dictionary<int, int>();
        for (var i = 0; i < ranking.Candidates.Count; i++)
        {
            place.TryAdd(ranking.Candidates[i].Procedure, i);
        }

        return members.Value[index.Service[procedure]].OrderBy(p => RankOf(index.Standings[p])).ThenBy(p => SameTitle(p, procedure) ? place[procedure] : place.GetValueOrDefault(p, int.MaxValue));
    }

    private bool SameTitle(int a, int b) => Titles.Key(index.Procedures[a].Title) == Titles.Key(index.Procedures[b].Title);

    private static int RankOf(Standing standing) => standing switch { Standing.Commune => 0, Standing.Other => 1, _ => 2 };

    private readonly Lazy<ILookup<int, int>> members = new(() => Enumerable.Range(0, index.Count)
        .OrderBy(p => RankOf(index.Standings[p]))
        .ThenByDescending(p => NumberOf(index.Procedures[p].Code)).ToLookup(p => index.Service[p]));

    /// <summary>Codes are given out in order: 1.014173 is newer than 1.001613.</summary>
    private static int NumberOf(string code) => int.TryParse(code.AsSpan(code.IndexOf('.', StringComparison.Ordinal) + 1), out var number) ? number : 0;

    private bool SameService(Candidate a, Candidate b) => index.Service[index.ByCode[a.Code]] == index.Service[index.ByCode[b.Code]];
}
