using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>How sure an answer may be, by two small models learnt from phrases, dev questions and examples.</summary>
public sealed class Certainty(ServiceOrder order, Weights weights)
{
    /// <summary>The chance that the first candidate is right, 0 to 1.</summary>
    public double Confidence(Query query, Ranking ranking)
    {
        return Chance(Signals(query, ranking), weights.Confidence);
    }

    /// <summary>The chance that a message asks for no procedure at all, 0 to 1, as learnt from phrases and examples.</summary>
    public double OtherChance(Query query, Ranking ranking) => Chance(OtherSignals(query, ranking), weights.Other);

    /// <summary>The signals of the confidence model, by name.</summary>
    public Dictionary<string, double> Signals(Query query, Ranking ranking)
    {
        var top = ranking.Candidates[0];
        var services = order.Services(ranking);
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

    public static Dictionary<string, double> OtherSignals(Query query, Ranking ranking)
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
            ["coreMentioned"] = top.Features[(int)Feature.CoreMentioned],
            ["unknown"] = query.Unknown,
            ["says"] = Math.Min(1, query.Mass / 3),
            ["little"] = Math.Max(0, 1 - query.Mass),
            ["asks"] = query.Asks ? 1 : 0,
            ["story"] = Story(query),
            ["storySounds"] = Story(query) * query.Sounds.Margin,
            ["danger"] = query.Sounds.Chance(Handling.Emergency) + query.Sounds.Chance(Handling.Complaint),
        };
    }

    /// <summary>0 up to some twelve telling words, 1 from some thirty on: what a story tells beside its request sounds like anything.</summary>
    internal static double Story(Query query) => Math.Clamp((query.Mass - LongQuestion) / LongQuestion, 0, 1);

    private const double LongQuestion = 5;

    internal static double Chance(Dictionary<string, double> signals, IReadOnlyDictionary<string, double> weights) =>
        1 / (1 + Math.Exp(-signals.Sum(s => s.Value * weights.GetValueOrDefault(s.Key))));
}
