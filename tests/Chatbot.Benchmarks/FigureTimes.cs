using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Reports;
using Chatbot.Testing.Databases;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Benchmarks;

/// <summary>The dashboards' figures over 50,000 cases, 200,000 answers of the bot and 10,000 surveys.</summary>
internal static class FigureTimes
{
    private const int Answers = 200_000;
    private const int Surveys = 10_000;

    public static async Task MeasureAsync(IServiceProvider services, IReadOnlyCollection<Guid> scope, DateTimeOffset now)
    {
        var today = VietnamDay.Of(now);
        var (month, year) = (new Period(today.AddDays(-29), today), new Period(today.AddDays(-364), today));
        await CaseLists.MeasureAsync("figures: today", async () => (await services.GetRequiredService<ReadToday>().ReadAsync(scope, CancellationToken.None)).Unanswered);
        foreach (var (name, period) in new[] { ("30 days", month), ("a year", year) })
        {
            await CaseLists.MeasureAsync($"figures: response, {name}", async () => (await services.GetRequiredService<ReadResponseTimes>().ReadAsync(scope, period, CancellationToken.None)).All.Cases);
            await CaseLists.MeasureAsync($"figures: bot, {name}", async () => (await services.GetRequiredService<ReadBotQuality>().ReadAsync(scope, period, CancellationToken.None)).All);
            await CaseLists.MeasureAsync($"figures: satisfaction, {name}", async () => (await services.GetRequiredService<ReadScores>().ReadAsync(scope, period, CancellationToken.None)).Asked);
        }
        await CaseLists.MeasureAsync("figures: topics", async () => (await services.GetRequiredService<ReadTopics>().ReadAsync(scope, CancellationToken.None)).Count);
    }

    public static async Task SeedAsync(TestDatabase database, DateTimeOffset now)
    {
        var random = new Random(11);
        await using var first = database.NewContext();
        var account = await first.Set<ChannelAccount>().Select(a => a.Id).FirstAsync();
        var cases = await first.Set<Case>().OrderBy(c => c.Id).Take(Surveys).Select(c => c.Id).ToListAsync();
        foreach (var some in Enumerable.Range(0, Answers).Chunk(5_000))
        {
            await using var db = database.NewContext();
            db.AddRange(some.Select(_ => new AnswerRecord
            {
                UnitId = Unit.RootId, AccountId = account, Handling = (Handling)random.Next(8), ProcedureCode = $"1.{random.Next(400):000000}", AnsweredAt = now.AddMinutes(-random.Next(60 * 24 * 365)),
            }));
            await db.SaveChangesAsync();
        }
        foreach (var some in cases.Chunk(1_000))
        {
            await using var db = database.NewContext();
            foreach (var id in some)
            {
                var survey = new Survey { CaseId = id, UnitId = Unit.RootId, AskedAt = now.AddMinutes(-random.Next(60 * 24 * 365)) };
                db.Add(survey);
                if (random.Next(3) == 0) db.AddRange(Enum.GetValues<SurveyQuestion>().Select(q => new SurveyScore { SurveyId = survey.Id, Question = q, Score = random.Next(1, 6), AnsweredAt = survey.AskedAt }));
            }
            await db.SaveChangesAsync();
        }
        await first.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
