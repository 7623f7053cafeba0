using System.Runtime.CompilerServices;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chatbot.Officials.Audit;

/// <summary>Enters changes of <see cref="IAudited"/> entities in the trail, in the transaction that saves them. Entries come after the rows, so that everybody locks in the same order.</summary>
public sealed class AuditInterceptor(AuditTrail trail) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<ChatbotDb, Pending> pending = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (ChatbotDb)eventData.Context!;
        if (AuditedChanges.Of(db.ChangeTracker) is not { Count: > 0 } records) return result;
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        pending.AddOrUpdate(db, new Pending(records, own));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = (ChatbotDb)eventData.Context!;
        if (Take(db) is not { } waiting) return result;
        await using var own = waiting.Own;
        await trail.AppendAsync(db, waiting.Records, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
        RollBackAsync((ChatbotDb)eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) =>
        RollBackAsync((ChatbotDb)eventData.Context!);

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        AuditedChanges.Of(eventData.Context!.ChangeTracker).Count == 0
            ? result
            : throw new InvalidOperationException("Audited entities are saved with SaveChangesAsync.");

    private async Task RollBackAsync(ChatbotDb db)
    {
        if (Take(db)?.Own is { } own) await own.DisposeAsync();
    }

    private Pending? Take(ChatbotDb db)
    {
        if (!pending.TryGetValue(db, out var waiting)) return null;
        pending.Remove(db);
        return waiting;
    }

    /// <param name="Own">Null: the transaction is the caller's.</param>
    private sealed record Pending(IReadOnlyList<AuditRecord> Records, IDbContextTransaction? Own);
}
