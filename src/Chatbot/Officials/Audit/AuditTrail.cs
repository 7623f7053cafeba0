using System.Text.Encodings.Web;
using System.Text.Json;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials.Audit;

/// <summary>What an entry tells beside who, when and where from.</summary>
/// <param name="Action">For example <c>conversation.read</c>: the subject, a dot, what was done.</param>
public sealed record AuditRecord(string Action, string SubjectKind, string SubjectId, Guid UnitId)
{
    /// <summary>Our own names, numbers and ids; never a citizen's words.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();
}

/// <summary>The append-only, hash-chained list of every change and of every reading of a citizen's conversation.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };   // pages encode it once more

    /// <summary>Adds entries as part of the context's transaction: they are there when it commits, or never. Call it last before the commit: from here on
    /// other writers of the trail wait. Without a transaction it makes its own.</summary>
    public async Task AppendAsync(ChatbotDb db, IReadOnlyList<AuditRecord> records, CancellationToken ct)
    {
        if (records.Count == 0) return;
        if (db.Database.CurrentTransaction is not null)
        {
            await ChainAsync(db, records, ct);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ChainAsync(db, records, ct);
        await transaction.CommitAsync(ct);
    }

    /// <inheritdoc cref="AppendAsync(ChatbotDb, IReadOnlyList{AuditRecord}, CancellationToken)"/>
    public Task AppendAsync(ChatbotDb db, AuditRecord record, CancellationToken ct) => AppendAsync(db, [record], ct);

    private async Task ChainAsync(ChatbotDb db, IReadOnlyList<AuditRecord> records, CancellationToken ct)
    {
        var head = await LockHeadAsync(db, ct);
        var (sequence, hash) = (head.Sequence, head.Hash);
        foreach (var record in records)
        {
            var entry = Entry(record, ++sequence, hash);
            hash = entry.Hash;
            await InsertAsync(db, entry, ct);
        }
        await db.Set<AuditHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, sequence).SetProperty(h => h.Hash, hash), ct);
    }

    // On SQLite the transaction itself has the only right to write (BEGIN IMMEDIATE).
    private static Task<AuditHead> LockHeadAsync(ChatbotDb db, CancellationToken ct) =>
        (db.Database.IsSqlite() ? db.Set<AuditHead>() : db.Set<AuditHead>().FromSql($"SELECT * FROM audit_head WHERE id = {AuditHead.OnlyId} FOR UPDATE"))
            .SingleAsync(ct);

    private AuditEntry Entry(AuditRecord record, long sequence, string previous)
    {
        var actor = Actor.Current;
        var entry = new AuditEntry
        {
            Sequence = sequence,
            At = AuditChain.Microseconds(clock.GetUtcNow()),
            OfficialId = actor.OfficialId,
            UnitId = record.UnitId,
            Address = actor.Address,
            Action = record.Action,
            SubjectKind = record.SubjectKind,
            SubjectId = record.SubjectId,
            Details = record.Details.Count == 0 ? "" : JsonSerializer.Serialize(record.Details, Json),
            PreviousHash = previous,
            Hash = "",
        };
        entry.Hash = AuditChain.HashOf(entry);
        return entry;
    }

    // Not through the change tracker: the caller's own changes are not to be saved here.
    private static Task InsertAsync(ChatbotDb db, AuditEntry entry, CancellationToken ct)
    {
        object at = db.Database.IsSqlite() ? Conventions.Microseconds(entry.At) : entry.At;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit_entry (sequence, at, official_id, unit_id, address, action, subject_kind, subject_id, details, previous_hash, hash)
            VALUES ({entry.Sequence}, {at}, {entry.OfficialId}, {entry.UnitId}, {entry.Address}, {entry.Action},
                    {entry.SubjectKind}, {entry.SubjectId}, {entry.Details}, {entry.PreviousHash}, {entry.Hash})
            """, ct);
    }
}
