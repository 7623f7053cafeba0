using Chatbot.Hotline.After;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Reports;

/// <summary>Answers to one question of the survey.</summary>
/// <param name="Counts">How often 1, 2, 3, 4 and 5 were given, in this order.</param>
public sealed record Scores(SurveyQuestion Question, IReadOnlyList<int> Counts)
{
    public int Answers => Counts.Sum();

    /// <summary>1 to 5; 0 without answers.</summary>
    public double Average => Answers == 0 ? 0 : Counts.Select((count, at) => count * (at + 1.0)).Sum() / Answers;

    /// <summary>Share of 4 and 5, 0 to 1; 0 without answers.</summary>
    public double Satisfied => Answers == 0 ? 0 : (Counts[3] + Counts[4]) / (double)Answers;
}

/// <param name="Answered">Surveys with at least one answer.</param>
public sealed record ScoreReport(int Asked, int Answered, IReadOnlyList<Scores> Questions)
{
    /// <summary>Fewer answered surveys than this say who gave which score: nothing but their number is shown.</summary>
    public const int Fewest = 5;

    public bool IsShown => Answered >= Fewest;

    /// <summary>0 to 1; 0 when nobody was asked.</summary>
    public double ResponseRate => Asked == 0 ? 0 : Answered / (double)Asked;
}

/// <summary>Satisfaction in the groups of SIPAS, for surveys asked in a period.</summary>
public sealed class ReadScores(IDbContextFactory<ChatbotDb> databases)
{
    public async Task<ScoreReport> ReadAsync(IReadOnlyCollection<Guid> units, Period period, CancellationToken ct)
    {
        var (from, before) = (period.From, period.Before);
        await using var db = await databases.CreateDbContextAsync(ct);
        var asked = db.Set<Survey>().Where(s => units.Contains(s.UnitId) && s.AskedAt >= from && s.AskedAt < before);
        var counts = await (from survey in asked
                            join score in db.Set<SurveyScore>() on survey.Id equals score.SurveyId
                            group score by new { score.Question, score.Score } into same
                            select new { same.Key.Question, same.Key.Score, Count = same.Count() }).ToListAsync(ct);
        var answered = await asked.CountAsync(s => db.Set<SurveyScore>().Any(score => score.SurveyId == s.Id), ct);
        return new ScoreReport(await asked.CountAsync(ct), answered, [.. Enum.GetValues<SurveyQuestion>().Select(question => new Scores(question,
            [.. Enumerable.Range(1, 5).Select(score => counts.Where(c => c.Question == question && c.Score == score).Sum(c => c.Count))]))]);
    }
}
