using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Assigning;

/// <summary>An official has a case open, or is writing an answer to it, and gave a sign not long ago.</summary>
public sealed class Presence
{
    public Guid CaseId { get; init; }

    public Guid OfficialId { get; init; }

    public PresenceKind Kind { get; init; }

    /// <summary>Void from then on.</summary>
    public DateTimeOffset Until { get; init; }
}

/// <summary>"Đang xem", "đang trả lời".</summary>
public enum PresenceKind { Viewing, Answering }

internal sealed class PresenceMap : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(p => new { p.CaseId, p.OfficialId });
        presence.HasIndex(p => p.Until);
        presence.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Signs of presence, the same in every process; a process or browser that dies stops giving them.</summary>
public sealed class ShowPresence(IDbContextFactory<ChatbotDb> databases, WriteGate gate, LiveChanges live, TimeProvider clock, IOptions<CaseOptions> options)
{
    /// <summary>To be repeated well within <see cref="CaseOptions.PresenceLasts"/>. Whoever is answering is still answering when their page says that it is open.</summary>
    public async Task ShowAsync(Guid caseId, Guid official, PresenceKind kind, CancellationToken ct)
    {
        if (await IsShownAsync(caseId, official, kind, ct)) return;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var (until, name) = (now + options.Value.PresenceLasts, kind.ToString());
        var known = await db.Set<Presence>().AnyAsync(p => p.CaseId == caseId && p.OfficialId == official && p.Kind == kind && p.Until > now, ct);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO presence (case_id, official_id, kind, until) SELECT id, {official}, {name}, {KeepAgent.TimeOf(db, until)} FROM "case" WHERE id = {caseId}
            ON CONFLICT (case_id, official_id) DO UPDATE SET kind = excluded.kind, until = excluded.until
            """, ct);
        LiveChange[] changes = known ? [] : [LiveChange.Case(caseId)];   // a sign repeated is no news
        await live.AnnounceAsync(db, changes, ct);
        await transaction.CommitAsync(ct);
        live.Committed(changes);
    }

    /// <summary>Nothing to write: the last sign is fresh, or says more.</summary>
    private async Task<bool> IsShownAsync(Guid caseId, Guid official, PresenceKind kind, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var fresh = now + (options.Value.PresenceLasts * 3 / 4);
        return await db.Set<Presence>().AnyAsync(p => p.CaseId == caseId && p.OfficialId == official
            && ((p.Kind == kind && p.Until > fresh) || (p.Kind == PresenceKind.Answering && p.Until > now && kind == PresenceKind.Viewing)), ct);
    }

    public async Task LeaveAsync(Guid caseId, Guid official, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Presence>().Where(p => p.CaseId == caseId && p.OfficialId == official).ExecuteDeleteAsync(ct) > 0)
            await live.TellAsync(db, [LiveChange.Case(caseId)], ct);
    }

    /// <summary>Who is there now, whoever it is; nobody twice.</summary>
    public async Task<IReadOnlyList<Presence>> ThereAsync(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        return await db.Set<Presence>().Where(p => p.CaseId == caseId && p.Until > now).OrderBy(p => p.OfficialId).ToListAsync(ct);
    }

    /// <summary>Recurring: signs that nobody renewed.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var gone = await db.Set<Presence>().Where(p => p.Until <= now).Select(p => p.CaseId).Distinct().ToListAsync(ct);
        if (gone.Count == 0) return;
        using var pass = await gate.EnterAsync(ct);
        await db.Set<Presence>().Where(p => p.Until <= now).ExecuteDeleteAsync(ct);
        await live.TellAsync(db, [.. gone.Select(LiveChange.Case)], ct);
    }
}
