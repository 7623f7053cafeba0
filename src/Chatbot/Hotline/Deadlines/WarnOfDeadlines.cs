using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Deadlines;

/// <summary>Recurring: when 50, 80 and 100 percent of a case's working time have passed, the agent, then the supervisor, then the head are told, once each.</summary>
/// <remarks>May run twice or stop anywhere: level and notices are one transaction. After a long standstill only the highest level reached is told.</remarks>
public sealed class WarnOfDeadlines(CaseDesk desk)
{
    private const int Most = 1_000;

    /// <returns>How many cases reached a level.</returns>
    public async Task<int> WarnAsync(CancellationToken ct)
    {
        var warned = 0;
        foreach (var due in await DueAsync(ct))
        {
            if (await desk.ChangeAsync(due, Warn, ct) == CaseOutcome.Done) warned++;
        }
        return warned;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var now = desk.Now;
        await using var db = await desk.ReadAsync(ct);
        return await db.Set<Case>().Where(c => c.NextLevelAt != null && c.NextLevelAt <= now).OrderBy(c => c.NextLevelAt).Take(Most).Select(c => c.Id).ToListAsync(ct);
    }

    private CaseOutcome Warn(ChatbotDb db, Case matter)
    {
        var now = desk.Now;
        var level = matter.Warn(now);
        if (level == 0) return CaseOutcome.WrongState;   // answered or warned of meanwhile
        var (kind, audiences) = level switch
        {
            50 => (NoticeKind.DeadlineHalf, new[] { Audience.Agent }),
            80 => (NoticeKind.DeadlineNear, [Audience.Agent, Audience.Supervisor]),
            _ => (NoticeKind.DeadlinePassed, [Audience.Agent, Audience.Supervisor, Audience.Head]),
        };
        db.AddRange(audiences.Select(audience => Notice.For(matter, kind, audience, $"level:{matter.Round}:{level}", now)));
        db.Add(CaseEvent.Of(matter, CaseVerb.Warn, official: null, now, $"{level}"));
        return CaseOutcome.Done;
    }
}
