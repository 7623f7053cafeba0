using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials.Audit;

/// <summary>What is wrong with the trail, the first of it; or nothing.</summary>
public abstract record AuditVerdict
{
    /// <param name="Head">Worth noting elsewhere, see <see cref="AuditVerifier"/>.</param>
    public sealed record Intact(AuditMark Head) : AuditVerdict;

    /// <summary>This row is not what was written, or the one before it.</summary>
    public sealed record Altered(long Sequence) : AuditVerdict;

    public sealed record Missing(long Sequence) : AuditVerdict;

    /// <summary>The rows after <paramref name="Last"/> are gone.</summary>
    public sealed record CutOff(long Last, long Expected) : AuditVerdict;

    /// <summary>There are more rows than the head knows, or the head is gone.</summary>
    public sealed record HeadWrong(long Last) : AuditVerdict;

    /// <summary>The chain is whole in itself but it is another one than the one that was noted.</summary>
    public sealed record Replaced(long Sequence) : AuditVerdict;
}

/// <summary>A place in the chain.</summary>
public sealed record AuditMark(long Sequence, string Hash)
{
    public override string ToString() => FormattableString.Invariant($"{Sequence}:{Hash}");

    /// <returns>Null: not a mark.</returns>
    public static AuditMark? Read(string text) =>
        text.Split(':') is [var number, { Length: 64 } hash] && long.TryParse(number, out var sequence) ? new AuditMark(sequence, hash) : null;
}

/// <summary>Reads the whole chain. Who can write to the database could write a whole new one: a mark noted elsewhere (a printed list, another machine) finds that too.</summary>
public sealed class AuditVerifier(IDbContextFactory<ChatbotDb> databases)
{
    private const int Slice = 1_000;

    /// <param name="noted">Null: nothing was noted.</param>
    public async Task<AuditVerdict> VerifyAsync(AuditMark? noted, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // The head first: entries that are added meanwhile are beyond it.
        var head = await db.Set<AuditHead>().SingleOrDefaultAsync(ct);
        var last = new AuditMark(0, AuditChain.Start);
        while (await ReadAsync(db, last.Sequence, head?.Sequence, ct) is { Count: > 0 } entries)
            foreach (var entry in entries)
            {
                if (entry.Sequence != last.Sequence + 1) return new AuditVerdict.Missing(last.Sequence + 1);
                if (entry.PreviousHash != last.Hash || AuditChain.HashOf(entry) != entry.Hash) return new AuditVerdict.Altered(entry.Sequence);
                last = new AuditMark(entry.Sequence, entry.Hash);
                if (noted?.Sequence == last.Sequence && noted.Hash != last.Hash) return new AuditVerdict.Replaced(last.Sequence);
            }
        return await EndAsync(db, head, last, noted, ct);
    }

    private static Task<List<AuditEntry>> ReadAsync(ChatbotDb db, long after, long? upTo, CancellationToken ct) =>
        db.Set<AuditEntry>().Where(e => e.Sequence > after && (upTo == null || e.Sequence <= upTo)).OrderBy(e => e.Sequence).Take(Slice).ToListAsync(ct);

    private static async Task<AuditVerdict> EndAsync(ChatbotDb db, AuditHead? head, AuditMark last, AuditMark? noted, CancellationToken ct)
    {
        if (head is null) return new AuditVerdict.HeadWrong(last.Sequence);
        var expected = Math.Max(head.Sequence, noted?.Sequence ?? 0);
        if (last.Sequence < expected) return new AuditVerdict.CutOff(last.Sequence, expected);
        if (last.Hash != head.Hash) return new AuditVerdict.Altered(last.Sequence);
        var now = await db.Set<AuditHead>().SingleOrDefaultAsync(ct);
        var end = await db.Set<AuditEntry>().MaxAsync(e => (long?)e.Sequence, ct) ?? 0;
        return end > last.Sequence && now?.Sequence == head.Sequence ? new AuditVerdict.HeadWrong(last.Sequence) : new AuditVerdict.Intact(last);
    }
}
