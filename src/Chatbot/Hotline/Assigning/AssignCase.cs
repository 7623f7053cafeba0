using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Assigning;

/// <summary>Who answers: taken by an official, given by another, or given back.</summary>
public sealed class AssignCase(CaseDesk desk, IDbContextFactory<ChatbotDb> databases, WriteGate gate, LiveChanges live, AuditTrail trail)
{
    /// <summary>An official takes a case that nobody has. Of many who press at once one gets it.</summary>
    /// <returns>Done also when it was this official's before.</returns>
    public async Task<CaseOutcome> ClaimAsync(Guid caseId, Guid official, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await TryClaimAsync(db, caseId, official, automatic: false, desk.Now, ct)) return await WhyNotAsync(db, caseId, official, ct);
        var matter = await db.Set<Case>().SingleAsync(c => c.Id == caseId, ct);
        var changes = CaseTraces.Heard(db, matter, matter.HandlerUnitId);
        await live.AnnounceAsync(db, changes, ct);
        await trail.AppendAsync(db, CaseTraces.Audited(db, matter.HandlerUnitId), ct);
        await transaction.CommitAsync(ct);
        live.Committed(changes);
        return CaseOutcome.Done;
    }

    /// <summary>A supervisor gives it to somebody, also away from somebody else.</summary>
    public Task<CaseOutcome> AssignAsync(Guid caseId, Guid to, Guid by, CancellationToken ct) => desk.ChangeAsync(caseId, (db, matter) =>
    {
        if (matter.AssigneeId == to && matter.State is CaseState.Assigned or CaseState.InProgress or CaseState.WaitingForCitizen) return CaseOutcome.Done;
        if (!matter.Assign(to, desk.Now)) return CaseOutcome.WrongState;
        db.Add(CaseEvent.Of(matter, CaseVerb.Assign, by, desk.Now, to.ToString()));
        if (to != by) db.Add(Notice.For(matter, NoticeKind.Assigned, to, $"assigned:{desk.Now:O}", desk.Now));
        return CaseOutcome.Done;
    }, ct);

    /// <summary>The assignee, or a supervisor, gives it back to the queue.</summary>
    public Task<CaseOutcome> ReleaseAsync(Guid caseId, Guid by, CancellationToken ct) => desk.ChangeAsync(caseId, (db, matter) =>
    {
        var from = matter.AssigneeId;
        if (!matter.Release(desk.Now)) return CaseOutcome.WrongState;
        db.Add(CaseEvent.Of(matter, CaseVerb.Release, by, desk.Now, from?.ToString() ?? ""));
        return CaseOutcome.Done;
    }, ct);

    /// <summary>The one statement that decides: who may act is in the WHERE, and the count of rows is the answer.</summary>
    internal static async Task<bool> TryClaimAsync(ChatbotDb db, Guid caseId, Guid official, bool automatic, DateTimeOffset now, CancellationToken ct)
    {
        var won = await db.Set<Case>()
            .Where(c => c.Id == caseId && c.AssigneeId == null
                && (c.State == CaseState.New || c.State == CaseState.Reopened || c.State == CaseState.Forwarded))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CaseState.Assigned).SetProperty(c => c.AssigneeId, official)
                .SetProperty(c => c.AssignedAt, now).SetProperty(c => c.ChangedAt, now).SetProperty(c => c.SeenAt, (DateTimeOffset?)null), ct) == 1;
        if (!won) return false;
        db.Add(new CaseEvent
        {
            CaseId = caseId, Verb = CaseVerb.Assign, State = CaseState.Assigned, OfficialId = automatic ? null : official, HappenedAt = now,
            Detail = official.ToString(),
        });
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static async Task<CaseOutcome> WhyNotAsync(ChatbotDb db, Guid caseId, Guid official, CancellationToken ct)
    {
        var found = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => new { c.AssigneeId }).FirstOrDefaultAsync(ct);
        if (found is null) return CaseOutcome.Unknown;
        if (found.AssigneeId is null) return CaseOutcome.WrongState;
        return found.AssigneeId == official ? CaseOutcome.Done : CaseOutcome.TakenByAnother;
    }
}
