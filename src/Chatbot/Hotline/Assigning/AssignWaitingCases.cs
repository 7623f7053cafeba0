using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Assigning;

/// <summary>Recurring: cases that nobody has go round among those who answer their kind, are there and have room: fewest cases first, then whoever
/// waited longest. May run twice at once or stop anywhere: each case is one transaction, in which the unit's agents are locked before they are counted.</summary>
public sealed class AssignWaitingCases(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, LiveChanges live, TimeProvider clock, IOptions<CaseOptions> options)
{
    private const int Most = 500;

    /// <returns>How many cases found somebody.</returns>
    public async Task<int> AssignAsync(CancellationToken ct)
    {
        if (!options.Value.AssignAutomatically) return 0;
        var assigned = 0;
        foreach (var waiting in await WaitingAsync(ct))
        {
            if (await AssignAsync(waiting, ct)) assigned++;
        }
        return assigned;
    }

    private async Task<List<Guid>> WaitingAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var units = db.Set<Agent>().Where(a => a.IsOnDuty).Select(a => a.UnitId);
        return await db.Set<Case>().Where(c => c.AssigneeId == null && units.Contains(c.HandlerUnitId)
                && (c.State == CaseState.New || c.State == CaseState.Reopened || c.State == CaseState.Forwarded))
            .OrderBy(c => c.DueAt ?? c.OpenedAt).Select(c => c.Id).Take(Most).ToListAsync(ct);
    }

    private async Task<bool> AssignAsync(Guid caseId, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        if (await CaseDesk.LockAsync(db, caseId, ct) is not { AssigneeId: null } matter) return false;
        db.ChangeTracker.Clear();
        foreach (var agent in await FreeAsync(db, matter, now, ct))
        {
            if (!await AssignCase.TryClaimAsync(db, caseId, agent.OfficialId, automatic: true, now, ct)) continue;
            await db.Set<Agent>().Where(a => a.OfficialId == agent.OfficialId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastAssignedAt, now), ct);
            db.Add(Notice.For(matter, NoticeKind.Assigned, agent.OfficialId, $"assigned:{now:O}", now));
            await db.SaveChangesAsync(ct);
            var changes = CaseTraces.Heard(db, matter, matter.HandlerUnitId);
            await live.AnnounceAsync(db, changes, ct);
            await transaction.CommitAsync(ct);
            live.Committed(changes);
            return true;
        }
        return false;
    }

    private static async Task<List<Agent>> FreeAsync(ChatbotDb db, Case matter, DateTimeOffset now, CancellationToken ct)
    {
        var agents = db.Database.IsSqlite()
            ? db.Set<Agent>().Where(a => a.UnitId == matter.HandlerUnitId)
            : db.Set<Agent>().FromSql($"SELECT * FROM agent WHERE unit_id = {matter.HandlerUnitId} ORDER BY official_id FOR UPDATE");
        var there = (await agents.ToListAsync(ct)).FindAll(a => a.IsOnDuty && !(a.AwayUntil > now) && a.Answers(matter.Kind));
        var known = there.Select(a => a.OfficialId).ToList();
        var gone = await db.Set<Official>().Where(o => known.Contains(o.Id) && (o.LockedAt != null || o.IsAway)).Select(o => o.Id).ToListAsync(ct);
        there.RemoveAll(a => gone.Contains(a.OfficialId));
        var ids = there.Select(a => (Guid?)a.OfficialId).ToList();
        var load = await db.Set<Case>().Where(c => ids.Contains(c.AssigneeId) && c.State != CaseState.Closed && c.State != CaseState.Answered)
            .GroupBy(c => c.AssigneeId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. there.Where(a => load.GetValueOrDefault(a.OfficialId) < a.MostCases)
            .OrderByDescending(a => a.OfficialId == matter.LastAssigneeId).ThenBy(a => load.GetValueOrDefault(a.OfficialId)).ThenBy(a => a.LastAssignedAt)];
    }
}
