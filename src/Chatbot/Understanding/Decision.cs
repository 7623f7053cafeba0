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

    private const float SureOfNeed = 0.68f;
    private const int MostCandidates = 10;

    public Understood Named(int procedure, Aspect aspect) =>
        new(Handling.Procedure, aspect, [.. Ordered(index.Service[procedure], procedure).Prepend(procedure).Distinct().Take(MostCandidates).Select(p => new Candidate(index.Procedures[p].Code, 1))], 1);

    public Understood Of(Finding finding)
    {
        var top = finding.Ranking.Candidates.Count > 0 ? finding.Ranking.Candidates[0] : null;
        var evidence = top?.Features[(int)Feature.BestEvidence] ?? 0;
        if (finding.Query.Previous >= 0 && StaysWithTopic(finding, top, evidence))
        {
            return Named(finding.Query.Previous, finding.Aspect) with { Confidence = 0.85 };
        }

        if (finding.WeakMeaning is { } meaning && evidence < (finding.Words <= FewWords ? ClearInFewWords : Clear) && finding.Query.Mass < MostSmalltalk)
        {
            return Meanings.ToUnderstood(meaning, 0.9);
        }

        if (finding.Ranking.Meaning >= 0 && finding.Ranking.MeaningLikeness > 0.45f && finding.Ranking.MeaningLikeness > evidence + 0.05f)
        {
            return Meanings.ToUnderstood(index.Meanings[finding.Ranking.Meaning], finding.Ranking.MeaningLikeness);
        }

        return top is null ? Understood.Nothing : ByConfidence(finding);
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
        var sum = Signals(query, ranking).Sum(s => s.Value * weights.Confidence.GetValueOrDefault(s.Key));
        return 1 / (1 + Math.Exp(-sum));
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
        var services = Services(ranking).Take(MostCandidates).Select(s => (s.Share, Codes: Ordered(s.Service, s.Best).ToList())).ToList();
        var spread = confidence < 0.8 ? 3 : 1;
        var heads = services.Take(spread).Select(s => (Code: s.Codes[0], s.Share));
        var rest = services.Select((s, i) => s.Codes.Skip(i < spread ? 1 : 0).Select(c => (Code: c, s.Share))).SelectMany(x => x);
        return [.. heads.Concat(rest).Take(MostCandidates).Select(c => new Candidate(index.Procedures[c.Code].Code, Math.Round(c.Share, 4)))];
    }

    private IEnumerable<int> Ordered(int service, int best) => members.Value[service].DefaultIfEmpty(best);

    private readonly Lazy<ILookup<int, int>> members = new(() => Enumerable.Range(0, index.Count)
        .OrderBy(p => index.Standings[p] switch { Standing.Commune => 0, Standing.Other => 1, _ => 2 })
        .ThenByDescending(p => NumberOf(index.Procedures[p].Code)).ToLookup(p => index.Service[p]));

    /// <summary>Codes are given out in order: 1.014173 is newer than 1.001613.</summary>
    private static int NumberOf(string code) => int.TryParse(code.AsSpan(code.IndexOf('.', StringComparison.Ordinal) + 1), out var number) ? number : 0;

    private bool SameService(Candidate a, Candidate b) => index.Service[index.ByCode[a.Code]] == index.Service[index.ByCode[b.Code]];
}
