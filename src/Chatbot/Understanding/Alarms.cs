using Chatbot.Understanding.Search;

namespace Chatbot.Understanding;

/// <summary>
/// The chance that a message is an emergency or a complaint, by a small model of its own: to miss one is worse than to take a plain question for one,
/// so its bound is set apart from that of other messages.
/// </summary>
public sealed class Alarms(CatalogueIndex index, Weights weights)
{
    private const float MostOdds = 6;

    private readonly bool[] isAlarm = [.. index.Meanings.Select(m => IsAlarm(Rules.Meanings.HandlingOf(m)))];

    public static bool IsAlarm(Handling handling) => handling is Handling.Emergency or Handling.Complaint;

    /// <summary>It is to be handled as an emergency or a complaint.</summary>
    public bool Sounds(Query query, Ranking ranking) => Certainty.Chance(Signals(query, ranking), weights.Alarm) >= weights.AlarmFrom;

    /// <summary>The signals of the model, by name.</summary>
    public Dictionary<string, double> Signals(Query query, Ranking ranking)
    {
        var (alarming, other) = LikestExamples(ranking);
        var top = ranking.Candidates.Count > 0 ? ranking.Candidates[0].Features : null;
        var evidence = top?[(int)Feature.BestEvidence] ?? 0;
        var odds = Odds(query.Sounds.Chance(Handling.Emergency) + query.Sounds.Chance(Handling.Complaint));
        return new()
        {
            ["bias"] = 1,
            ["sounds"] = odds,
            ["soundsClearly"] = Math.Max(0, odds),
            ["noProcedure"] = query.Sounds.Margin,
            ["rule"] = query.AlarmRule == 1 ? 1 : 0,
            ["ruleByLetters"] = query.AlarmRule is > 0 and < 1 ? 1 : 0,
            ["evidence"] = evidence,
            ["phraseInside"] = top?[(int)Feature.PhraseInside] ?? 0,
            ["phraseWords"] = top?[(int)Feature.PhraseWords] ?? 0,
            ["titleExplains"] = top?[(int)Feature.TitleExplains] ?? 0,
            ["coreMentioned"] = top?[(int)Feature.CoreMentioned] ?? 0,
            ["example"] = alarming,
            ["exampleLeads"] = Math.Max(0, alarming - evidence),
            ["otherExampleLeads"] = Math.Max(0, other - alarming),
            ["asks"] = query.Asks ? 1 : 0,
            ["namesPart"] = query.NamesPart ? 1 : 0,
            ["partOfFound"] = query.NamesPart ? evidence : 0,
            ["says"] = Math.Min(1, query.Mass / 3),
            ["story"] = Certainty.Story(query),
            ["storySounds"] = Certainty.Story(query) * odds,
            ["unknown"] = query.Unknown,
        };
    }

    private (float Alarming, float Other) LikestExamples(Ranking ranking)
    {
        var (alarming, other) = (0f, 0f);
        for (var m = 0; m < ranking.Likenesses.Count; m++)
        {
            (alarming, other) = isAlarm[m] ? (Math.Max(alarming, ranking.Likenesses[m]), other) : (alarming, Math.Max(other, ranking.Likenesses[m]));
        }

        return (alarming, other);
    }

    private static float Odds(float chance) => Math.Clamp(MathF.Log(Math.Max(chance, 1e-6f) / Math.Max(1 - chance, 1e-6f)), -MostOdds, MostOdds);
}
