using Chatbot.Catalogue;
using Chatbot.Conversations;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Reports;

/// <summary>A procedure that people ask about.</summary>
/// <param name="Code">Of the procedure.</param>
/// <param name="Recent">Answers in the last <see cref="ReadTopics.RecentDays"/> days.</param>
/// <param name="Before">Answers a time of the same length before, on average over <see cref="ReadTopics.EarlierDays"/> days.</param>
public sealed record Topic(string Code, int Recent, double Before)
{
    /// <summary>1: as always. A topic that was never asked before counts as asked half a time.</summary>
    public double Growth => Recent / Math.Max(0.5, Before);
}

/// <summary>What more people ask about than they used to.</summary>
public sealed class ReadTopics(IDbContextFactory<ChatbotDb> databases, TimeProvider clock)
{
    public const int RecentDays = 7;
    public const int EarlierDays = 28;
    private const int Most = 20;

    /// <summary>Whole days in Viet Nam, today included: what is counted is what its rows show.</summary>
    public static Period Recent(DateTimeOffset now) => new(VietnamDay.Of(now).AddDays(1 - RecentDays), VietnamDay.Of(now));

    /// <summary>The days before them.</summary>
    public static Period Earlier(DateTimeOffset now) => new(Recent(now).First.AddDays(-EarlierDays), Recent(now).First.AddDays(-1));

    /// <summary>The strongest rise first: by how much a topic is above what was to be expected, in standard deviations of a count.</summary>
    public async Task<IReadOnlyList<Topic>> ReadAsync(IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (earlier, recent, before) = (Earlier(now).From, Recent(now).From, Recent(now).Before);
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.Set<AnswerRecord>().Where(r => units.Contains(r.UnitId) && r.AnsweredAt >= earlier && r.AnsweredAt < before && r.ProcedureCode != null)
            .GroupBy(r => r.ProcedureCode!).Select(g => new { g.Key, Recent = g.Count(r => r.AnsweredAt >= recent), All = g.Count() }).ToListAsync(ct);
        return [.. counts.Where(c => c.Recent > 0).Select(c => new Topic(c.Key, c.Recent, (c.All - c.Recent) * (double)RecentDays / EarlierDays))
            .OrderByDescending(topic => (topic.Recent - topic.Before) / Math.Sqrt(topic.Before + 1)).ThenBy(topic => topic.Code, StringComparer.Ordinal).Take(Most)];
    }
}
