using Chatbot.Messaging;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>Where every change of a case happens: one transaction, the case locked, so that two people who press at once come one after the other
/// and the second sees what the first has done.</summary>
/// <remarks>Dying before the commit leaves everything as it was; after it, open pages hear of it at their next look at the latest.</remarks>
public sealed class CaseDesk(IDbContextFactory<ChatbotDb> databases, WriteGate gate, LiveChanges live, AuditTrail trail, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="caseId">Unknown ids are <see cref="CaseOutcome.Unknown"/>.</param>
    /// <param name="change">May add rows and change the case; anything but <see cref="CaseOutcome.Done"/> undoes all of it.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<CaseOutcome> ChangeAsync(Guid caseId, Func<ChatbotDb, Case, CaseOutcome> change, CancellationToken ct) =>
        ChangeAsync(caseId, (db, matter, _) => Task.FromResult(change(db, matter)), ct);

    public async Task<CaseOutcome> ChangeAsync(
        Guid caseId, Func<ChatbotDb, Case, CancellationToken, Task<CaseOutcome>> change, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(db, caseId, ct) is not { } matter) return CaseOutcome.Unknown;
        var handlerBefore = matter.HandlerUnitId;
        var outcome = await change(db, matter, ct);
        if (outcome != CaseOutcome.Done) return outcome;
        await db.SaveChangesAsync(ct);
        var changes = CaseTraces.Heard(db, matter, handlerBefore);
        await live.AnnounceAsync(db, changes, ct);
        await trail.AppendAsync(db, CaseTraces.Audited(db, matter.HandlerUnitId), ct);
        await transaction.CommitAsync(ct);
        live.Committed(changes);
        return CaseOutcome.Done;
    }

    /// <summary>For what only reads.</summary>
    public Task<ChatbotDb> ReadAsync(CancellationToken ct) => databases.CreateDbContextAsync(ct);

    /// <summary>SQLite needs no lock of its own: its transactions write one after the other.</summary>
    internal static async Task<Case?> LockAsync(ChatbotDb db, Guid caseId, CancellationToken ct)
    {
        var found = db.Database.IsSqlite()
            ? db.Set<Case>().Where(c => c.Id == caseId)
            : db.Set<Case>().FromSql($"SELECT * FROM \"case\" WHERE id = {caseId} FOR UPDATE");
        return (await found.AsTracking().ToListAsync(ct)).SingleOrDefault();
    }

    /// <summary>The bot speaks again, unless another matter of the same talk is open; the talk's words are kept as long as an office may still need them.</summary>
    internal static Task<int> LetGoAsync(ChatbotDb db, Case closed, DateTimeOffset keepUntil, CancellationToken ct)
    {
        var others = db.Set<Case>().Where(c => c.ConversationId == closed.ConversationId && c.Id != closed.Id && c.State != CaseState.Closed);
        return db.Set<Conversation>().Where(c => c.Id == closed.ConversationId).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.CaseId, _ => others.OrderByDescending(o => o.OpenedAt).Select(o => (Guid?)o.Id).FirstOrDefault())
            .SetProperty(c => c.SilentUntil, c => others.Any() ? c.SilentUntil : null)
            .SetProperty(c => c.KeepUntil, c => others.Any() ? c.KeepUntil : keepUntil), ct);
    }
}
