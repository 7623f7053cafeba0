using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.After;

/// <summary>Scores of a time, a line a question, with how many were asked and how many answered.</summary>
public sealed class ReadSatisfaction(IDbContextFactory<ChatbotDb> databases)
{
    /// <param name="units">Offices that are counted.</param>
    /// <param name="from">Asked on or after.</param>
    /// <param name="before">Asked before.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Satisfaction> ReadAsync(IReadOnlyCollection<Guid> units, DateTimeOffset from, DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var asked = db.Set<Survey>().Where(s => units.Contains(s.UnitId) && s.AskedAt >= from && s.AskedAt < before);
        var scores = await db.Set<SurveyScore>().Where(s => asked.Any(a => a.Id == s.SurveyId)).GroupBy(s => s.Question)
            .Select(g => new QuestionScore(g.Key, g.Count(), g.Average(s => (double)s.Score))).ToListAsync(ct);
        var answered = await asked.CountAsync(a => db.Set<SurveyScore>().Any(s => s.SurveyId == a.Id), ct);
        return new Satisfaction(await asked.CountAsync(ct), answered, [.. scores.OrderBy(s => s.Question)]);
    }
}

/// <param name="Answered">Surveys with at least one answer.</param>
public sealed record Satisfaction(int Asked, int Answered, IReadOnlyList<QuestionScore> Questions);

/// <param name="Average">1 to 5.</param>
public sealed record QuestionScore(SurveyQuestion Question, int Count, double Average);
