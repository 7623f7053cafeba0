using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Officials;

/// <summary>Opens, looks at and ends the sessions of officials; all processes share them.</summary>
public sealed class Sessions(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, AuditTrail trail, IOptions<OfficialsOptions> options, TimeProvider clock)
{
    private const int LongestBrowser = 200;
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);   // a page view need not be a write

    public async Task<OfficialSession> OpenAsync(Guid officialId, Guid unitId, string address, string browser, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = new OfficialSession
        {
            OfficialId = officialId,
            CreatedAt = now,
            LastSeenAt = now,
            EndsAt = now + options.Value.SessionLife,
            Address = address,
            Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
        };
        Actor.Is(new Actor(officialId, unitId, address));
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Add(session);
        await db.SaveChangesAsync(ct);
        await db.Set<Official>().Where(o => o.Id == officialId).ExecuteUpdateAsync(set => set.SetProperty(o => o.LastSignedInAt, now), ct);
        await trail.AppendAsync(db, Record("official.signed_in", officialId, unitId), ct);
        await transaction.CommitAsync(ct);
        return session;
    }

    /// <returns>Null: ended, too old, or the official is locked.</returns>
    public async Task<Visitor?> CheckAsync(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await (
            from session in Alive(db, now)
            where session.Id == sessionId
            join official in db.Set<Official>() on session.OfficialId equals official.Id
            where official.LockedAt == null
            join unit in db.Set<Unit>() on official.UnitId equals unit.Id
            select new
            {
                session.LastSeenAt,
                Visitor = new Visitor(official.Id, session.Id, official.UserName!, official.FullName, official.Rights, unit.Id, unit.Name, unit.Path, official.TotpKey != null),
            }).SingleOrDefaultAsync(ct);
        if (found is not null && now - found.LastSeenAt > NoteEvery) await NoteAsync(db, sessionId, now, ct);
        return found?.Visitor;
    }

    /// <summary>Where this official is signed in, the newest first.</summary>
    public async Task<IReadOnlyList<OfficialSession>> OfAsync(Guid officialId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Alive(db, clock.GetUtcNow()).Where(s => s.OfficialId == officialId).OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
    }

    public async Task EndAsync(Visitor visitor, Guid sessionId, CancellationToken ct) =>
        await EndAsync(sessions => sessions.Where(s => s.OfficialId == visitor.OfficialId && s.Id == sessionId), visitor, ct);

    /// <summary>Signs out everywhere else, or everywhere.</summary>
    public async Task EndAllAsync(Visitor visitor, bool thisOneToo, CancellationToken ct) =>
        await EndAsync(sessions => sessions.Where(s => s.OfficialId == visitor.OfficialId && (thisOneToo || s.Id != visitor.SessionId)), visitor, ct);

    /// <summary>As part of the caller's transaction.</summary>
    public static Task<int> EndAllAsync(ChatbotDb db, Guid officialId, DateTimeOffset now, CancellationToken ct) =>
        db.Set<OfficialSession>().Where(s => s.OfficialId == officialId && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct);

    /// <summary>Recurring: sessions that nobody can use any more.</summary>
    public async Task ForgetOldAsync(CancellationToken ct)
    {
        var cut = clock.GetUtcNow() - TimeSpan.FromDays(30);
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<OfficialSession>().Where(s => s.EndsAt < cut).ExecuteDeleteAsync(ct);
        await db.Set<Invitation>().Where(i => i.ExpiresAt < cut).ExecuteDeleteAsync(ct);
    }

    private async Task EndAsync(Func<IQueryable<OfficialSession>, IQueryable<OfficialSession>> which, Visitor visitor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ended = await which(db.Set<OfficialSession>().Where(s => s.RevokedAt == null)).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct);
        if (ended > 0) await trail.AppendAsync(db, Record("official.signed_out", visitor.OfficialId, visitor.UnitId, ended), ct);
        await transaction.CommitAsync(ct);
    }

    private async Task NoteAsync(ChatbotDb db, Guid sessionId, DateTimeOffset now, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await db.Set<OfficialSession>().Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct);
    }

    private IQueryable<OfficialSession> Alive(ChatbotDb db, DateTimeOffset now)
    {
        var quietSince = now - options.Value.SessionIdle;
        return db.Set<OfficialSession>().Where(s => s.RevokedAt == null && s.EndsAt > now && s.LastSeenAt > quietSince);
    }

    private static AuditRecord Record(string action, Guid officialId, Guid unitId, int sessions = 1) =>
        new(action, "official", officialId.ToString(), unitId) { Details = new Dictionary<string, object?> { ["sessions"] = sessions } };
}
