using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>What was asked and what was found for it.</summary>
/// <param name="WeakMeaning">A rule's meaning that holds unless a procedure is clearly meant; null when no such rule held.</param>
public sealed record Finding(Query Query, Ranking Ranking, Aspect Aspect, int Words, string? WeakMeaning)
{
    /// <summary>A matter is named, but nothing that is wanted of it: "em muốn hỏi về đất đai".</summary>
    public bool IsVague { get; init; }
}

/// <param name="Service">Number of the service of its first candidate.</param>
public sealed record SureNeed(Need Need, int Service);

/// <summary>Answer, ask back, or leave it: by the calibrated confidence that the first candidate is right.</summary>
public sealed class Decision(CatalogueIndex index, Weights weights)
{
    private readonly ServiceOrder order = new(index);
    private readonly OtherMessages sounds = new(index);
    private readonly Certainty certainty = new(new(index), weights);
    private readonly Alarms alarms = new(index, weights);

    /// <summary>A procedure whose title or phrase is this alike is clearly meant.</summary>
    private const float Clear = 0.5f;

    /// <summary>"bot ngu quá" is half like some phrase among thousands; so few words must be more alike.</summary>
    private const float ClearInFewWords = 0.75f;

    private const int FewWords = 3;

    /// <summary>A message that says more than this is not mere greeting or thanks, though it may hold both.</summary>
    private const float MostSmalltalk = 3f;

    /// <summary>A message that says no more than this is what the weak rule takes it for.</summary>
    private const float Little = 0.6f;

    /// <summary>What is told of an alarm that no rule knew.</summary>
    private const double SureOfAlarm = 0.9;

    private const double OtherUnderWeakRule = 0.2;
    private const float SureOfNeed = 0.68f;
    private const int MostCandidates = 10;

    internal Certainty Certainty => certainty;

    internal Alarms Alarms => alarms;

    internal OtherMessages Others => sounds;

    public Understood Named(int procedure, Aspect aspect) => new(Handling.Procedure, aspect, order.Alone(procedure), 1);

    public Understood Of(Finding finding)
    {
        var top = finding.Ranking.Candidates.Count > 0 ? finding.Ranking.Candidates[0] : null;
        var evidence = top?.Features[(int)Feature.BestEvidence] ?? 0;
        if (alarms.Sounds(finding.Query, finding.Ranking))
        {
            return sounds.Alarm(finding.Query, finding.Ranking, SureOfAlarm);
        }

        if (finding.Query.Previous >= 0 && StaysWithTopic(finding, top, evidence))
        {
            return Named(finding.Query.Previous, finding.Aspect) with { Confidence = 0.85 };
        }

        var other = top is null ? 1 : certainty.OtherChance(finding.Query, finding.Ranking);
        if (finding.Query.AsksStatus && top is not null && IsNamed(top) && (finding.WeakMeaning is not null || other >= weights.OtherFrom))
        {
            return ByConfidence(finding, 0);   // "xin lý lịch tư pháp hai tuần chưa thấy": its time limit can be told
        }

        if (finding.WeakMeaning is { } meaning && evidence < (finding.Words <= FewWords ? ClearInFewWords : Clear) && finding.Query.Mass < MostSmalltalk
            && (finding.Query.Mass < Little || other > OtherUnderWeakRule))
        {
            return Meanings.ToUnderstood(meaning, 0.9);
        }

        if (other >= weights.OtherFrom && !IsNamedAlone(finding) && !IsStoryWithRequest(finding) && !NamesMatter(finding) && (finding.Query.Previous < 0 || evidence < Clear))
        {
            return sounds.Of(finding.Query, finding.Ranking, other);
        }

        return top is null ? sounds.Of(finding.Query, finding.Ranking, other) : ByConfidence(finding, other);
    }

    /// <summary>A matter that is named this much is asked about, however the rest sounds.</summary>
    private const float VagueEvidence = 0.4f;

    private static bool NamesMatter(Finding finding) =>
        finding.IsVague && finding.Ranking.Candidates is [var top, ..] && top.Features[(int)Feature.BestEvidence] > VagueEvidence;

    private const float StrangeStory = 0.7f;

    /// <summary>A long tale is like no phrase; when it asks for something and does not clearly sound otherwise, the bot asks back.</summary>
    private static bool IsStoryWithRequest(Finding finding) =>
        finding.Words > 2 * Clauses.Story && finding.Query.Asks && finding.Query.Sounds.Margin < StrangeStory && finding.Ranking.Candidates.Count > 0;

    /// <summary>The message holds its name or a whole phrase, whatever else it tells.</summary>
    private static bool IsNamed(Scored top) =>
        top.Features[(int)Feature.PhraseInside] > 0.8f || top.Features[(int)Feature.CoreMentioned] > 0.8f || top.Features[(int)Feature.BestEvidence] > Clear;

    /// <summary>The first candidate's title and phrases leave a good part of the message unexplained: it may hold a second need.</summary>
    public static bool LeavesMuchUnsaid(Ranking ranking) =>
        ranking.Candidates[0].Features[(int)Feature.TitleExplains] < 0.9f && ranking.Candidates[0].Features[(int)Feature.BestPhrase] < 0.85f;

    /// <summary>A part of a message that says less can name nothing.</summary>
    public static bool SaysEnough(Query part) => part.Mass >= 0.5f;

    /// <summary>The part's first candidate is clearly meant: very alike, or alike with a whole phrase inside.</summary>
    /// <param name="first">Its features.</param>
    public static bool IsSure(ReadOnlySpan<float> first)
    {
        var evidence = first[(int)Feature.BestEvidence];
        return evidence >= SureOfNeed || (evidence > Clear && first[(int)Feature.PhraseInside] > 0.95f);
    }

    /// <param name="ranking">Of a part whose first candidate <see cref="IsSure"/>.</param>
    public SureNeed SureNeed(Ranking ranking, Aspect aspect) =>
        new(new(aspect, order.Codes(ranking, 0.9)), index.Service[ranking.Candidates[0].Procedure]);

    /// <summary>Two needs: the one the whole message points at first, then the other.</summary>
    public Understood Both(Understood whole, Need first, Need second)
    {
        var (main, other) = order.SameService(whole.Candidates[0], second.Candidates[0]) ? (second, first) : (first, second);
        var codes = new[] { main.Candidates[0], other.Candidates[0] }.Concat(main.Candidates.Skip(1).Take(4)).Concat(other.Candidates.Skip(1).Take(4)).Concat(whole.Candidates);
        return whole with { Aspect = main.Aspect, Handling = Handling.Procedure, Confidence = Math.Max(whole.Confidence, SureOfNeed), Candidates = [.. codes.DistinctBy(c => c.Code).Take(MostCandidates)], MoreNeeds = [other] };
    }

    /// <summary>The whole message is the name of something we know: however doubtful it looks, that is meant.</summary>
    private static bool IsNamedAlone(Finding finding) => finding.Ranking.Candidates is [var top, ..]
        && top.Features[(int)Feature.TitleExplains] > 0.95f && top.Features[(int)Feature.CoreMentioned] > 0.95f;

    private const int MostVagueWords = 14;

    /// <summary>Below this chance of being anything else it is a question about some procedure: asked back, however little is found.</summary>
    private const double PlainQuestion = 0.4;

    /// <summary>Nothing hints at danger or complaint, not even the letters of a rule: little was found, so a hint weighs more than it does elsewhere.</summary>
    private static bool IsPlainQuestion(Query query, double other) =>
        other < PlainQuestion && query.AlarmRule == 0 && query.Sounds.Chance(Handling.Emergency) + query.Sounds.Chance(Handling.Complaint) < MayAlarm;

    private const float MayAlarm = 0.15f;

    /// <summary>The first candidate's name is in the message, and no other service's.</summary>
    private bool IsNameInside(Finding finding)
    {
        var first = finding.Ranking.Candidates[0];
        return first.Features[(int)Feature.CoreMentioned] > 0.95f && !finding.Ranking.Candidates.Any(c =>
            index.Service[c.Procedure] != index.Service[first.Procedure] && c.Features[(int)Feature.CoreMentioned] > 0.6f);
    }

    /// <param name="other">Chance that no procedure is meant at all: in doubt the bot asks back.</param>
    private Understood ByConfidence(Finding finding, double other)
    {
        var confidence = certainty.Confidence(finding.Query, finding.Ranking);
        if (confidence < weights.Abstain && !IsPlainQuestion(finding.Query, other) && !IsNamedAlone(finding) && !IsStoryWithRequest(finding) && !NamesMatter(finding))
        {
            return finding.Query.Previous >= 0 ? Named(finding.Query.Previous, finding.Aspect) with { Handling = Handling.Clarify, Confidence = confidence }
                : sounds.Of(finding.Query, finding.Ranking, 1 - confidence);
        }

        var codes = order.Codes(finding.Ranking, confidence);
        var vague = finding.IsVague && finding.Words <= MostVagueWords && !IsNameInside(finding);
        var doubtful = confidence < weights.Clarify || vague || (other >= weights.OtherDoubt && !IsNamedAlone(finding));
        var handling = doubtful && order.Services(finding.Ranking).Count > 1 ? Handling.Clarify : Handling.Procedure;
        return new(handling, finding.Aspect, codes, confidence);
    }

    /// <summary>The neighbour of the topic that a short message turned to; the topic itself stands second, as the other button.</summary>
    public Understood Turned(Ranking turned, int previous, Aspect aspect)
    {
        var codes = order.Ordered(turned.Candidates[0].Procedure, turned).Append(previous).Concat(turned.Candidates.Skip(1).Select(c => c.Procedure)).Distinct();
        return new(Handling.Procedure, aspect, [.. codes.Take(MostCandidates).Select((p, i) => new Candidate(index.Procedures[p].Code, i == 0 ? 0.7 : 0.1))], 0.7);
    }

    private static bool StaysWithTopic(Finding finding, Scored? top, float evidence) =>
        finding.WeakMeaning is null && (top is null || finding.Query.Mass < 0.35f
            || (evidence < Clear && finding.Words <= 12 && top.Features[(int)Feature.SameAction] < 1 && (finding.Ranking.MeaningLikeness < Clear || IsBareAspect(finding))));

    /// <summary>"thế nộp ở đâu" may be like some example of small talk; after talk of a procedure it asks about that.</summary>
    private static bool IsBareAspect(Finding finding) => finding.Query.NamesPart && finding.Words <= 7;

}
