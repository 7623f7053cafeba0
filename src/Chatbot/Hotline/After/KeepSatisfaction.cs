using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.After;

/// <summary>A citizen's scores, stored in the turn in which they were given.</summary>
public static class KeepSatisfaction
{
    /// <returns>Null: this talk was not asked about that case.</returns>
    public static async Task<Guid?> FindAsync(ChatbotDb db, Guid conversation, string trackingCode, CancellationToken ct) =>
        await (from matter in db.Set<Case>()
               where matter.TrackingCode == trackingCode && matter.ConversationId == conversation
               join survey in db.Set<Survey>() on matter.Id equals survey.CaseId
               select (Guid?)survey.Id).FirstOrDefaultAsync(ct);

    /// <summary>The last answer to a question counts.</summary>
    public static async Task ScoreAsync(ChatbotDb db, Guid survey, SurveyQuestion question, int score, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Set<SurveyScore>().Where(s => s.SurveyId == survey && s.Question == question)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Score, score).SetProperty(s => s.AnsweredAt, now), ct);
        // One conversation has one worker, so nobody else adds this row meanwhile.
        if (known == 0 && !db.ChangeTracker.Entries<SurveyScore>().Any(e => e.Entity.SurveyId == survey && e.Entity.Question == question))
            db.Add(new SurveyScore { SurveyId = survey, Question = question, Score = score, AnsweredAt = now });
    }
}
