using System.Numerics;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>
/// A short message after talk of one procedure that turns to a neighbour of it: "còn cho con nuôi thì sao", "không, ý em là làm lại".
/// It is read together with the title of what was talked about, and goes to the procedure that knows the new words better.
/// </summary>
public sealed class FollowUps(CatalogueIndex index, QueryMaker queries, Ranker ranker)
{
    private const int LongestTurn = 18;
    private const float LeastSaid = 0.3f;
    private const float LeastGain = 0.25f;
    private const float CaseGain = 0.4f;

    private static readonly WordPatterns Turns = PatternsOf(
        "còn", "nếu", "không phải", "ý em", "ý tôi", "ý mình", "ý tui", "à không", "chứ không", "chỉ cần", "chỉ muốn", "thì sao", "à mà", "nhầm", "đổi ý", "thay vì", "không tôi", "không em", "thế còn", "vậy còn");

    /// <returns>null when the message stays with the topic or speaks for itself.</returns>
    public Ranking? Turn(Reading reading, Query query, Ranking ranking)
    {
        if (query.Previous < 0 || reading.Words.Count > LongestTurn || query.Mass < 0.2f || SpeaksForItself(query, ranking) || AsksAgain(reading, query, ranking))
        {
            return null;
        }

        var otherAge = !index.Ages[query.Previous].Meets(query.Age);
        var newCases = query.Qualifiers & ~index.Qualifiers[query.Previous];
        if (!otherAge && newCases == 0 && (query.Mass < LeastSaid || Turns.Find(reading).Count == 0))
        {
            return null;
        }

        return Best(query, ranker.Rank(queries.Joined(reading, query.Previous)), newCases, otherAge);
    }

    /// <summary>Its best candidate is clearly meant and is not what was talked about.</summary>
    private static bool SpeaksForItself(Query query, Ranking ranking) => ranking.Candidates.Count > 0 && ranking.Candidates[0].Procedure != query.Previous
        && ranking.Candidates[0].Features[(int)Feature.BestEvidence] > 0.7f;

    /// <summary>The topic is named once more, and no word says that something else is meant: who repeats a question gets the same answer.</summary>
    private static bool AsksAgain(Reading reading, Query query, Ranking ranking) => ranking.Candidates.Count > 0 && ranking.Candidates[0].Procedure == query.Previous
        && ranking.Candidates[0].Features[(int)Feature.BestEvidence] > 0.7f && Turns.Find(reading).Count == 0;

    private Ranking? Best(Query query, Ranking joined, ulong newCases, bool otherAge)
    {
        var known = Covers(query, query.Previous);
        var fields = Enumerable.Range(0, index.Count).Where(p => index.Service[p] == index.Service[query.Previous]).Select(p => index.FieldNumber[p]).ToHashSet();
        var (best, most) = (-1, double.MinValue);
        for (var i = 0; i < joined.Candidates.Count; i++)
        {
            var candidate = joined.Candidates[i];
            if (index.Service[candidate.Procedure] == index.Service[query.Previous] || !fields.Contains(index.FieldNumber[candidate.Procedure]))
            {
                continue;
            }

            var gain = Covers(query, candidate.Procedure) - known
                + (CaseGain * Math.Min(1, BitOperations.PopCount(index.Qualifiers[candidate.Procedure] & newCases)))
                + (otherAge && index.Ages[candidate.Procedure].Meets(query.Age) ? CaseGain : 0);
            var sum = candidate.Score + (4 * gain);
            (best, most) = gain >= LeastGain && sum > most ? (i, sum) : (best, most);
        }

        return best < 0 ? null : joined with { Candidates = [joined.Candidates[best], .. joined.Candidates.Where((_, i) => i != best)] };
    }

    /// <summary>Share of the message's own words that a procedure's title or phrases know.</summary>
    private float Covers(Query query, int procedure)
    {
        var sum = 0f;
        foreach (var term in query.Terms)
        {
            var inTitle = Holds(index.TitleWords[procedure], term);
            var held = inTitle ? 0 : index.PhrasesOf[procedure].Count(p => Holds(index.Phrases[p].Words, term));
            sum += term.Weight * (inTitle ? 1 : CatalogueIndex.Known(held, index.PhrasesOf[procedure].Length));
        }

        return sum / query.Mass;
    }

    private bool Holds(int[] words, in Term term)
    {
        foreach (var word in words)
        {
            if (word == term.Id || (!term.Exact && index.FoldOf[word] == term.Fold))
            {
                return true;
            }
        }

        return false;
    }

    private static WordPatterns PatternsOf(params string[] sequences)
    {
        var patterns = new WordPatterns();
        foreach (var sequence in sequences)
        {
            patterns.Add(sequence);
        }

        return patterns;
    }
}
