using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Officials;

/// <summary>What the holder of a link sees.</summary>
public sealed record OpenInvitation(Guid OfficialId, string FullName, string UserName, InvitationKind Kind);

public abstract record AcceptOutcome
{
    public sealed record Accepted(Guid OfficialId, Guid UnitId) : AcceptOutcome;

    /// <param name="Codes">Of <see cref="IdentityErrorDescriber"/>, and of <see cref="PasswordRules"/>.</param>
    public sealed record PasswordRefused(IReadOnlyList<string> Codes) : AcceptOutcome;

    /// <summary>Used, replaced, too old, or the official is locked.</summary>
    public sealed record Closed : AcceptOutcome;
}

/// <summary>Links at which a password is chosen: issued again, looked at, taken once.</summary>
public sealed class Invitations(
    UserManager<Official> manager, ChatbotDb db, WriteGate gate, AuditTrail trail, IOptions<OfficialsOptions> options, TimeProvider clock)
{
    /// <summary>Where a link leads; the token follows.</summary>
    public const string Path = "/console/invitation/";

    public static (string Token, Invitation Invitation) New(Official official, InvitationKind kind, DateTimeOffset now, TimeSpan life)
    {
        var token = OneTimeToken.New();
        return (token, new Invitation
        {
            OfficialId = official.Id,
            UnitId = official.UnitId,
            Kind = kind,
            TokenHash = OneTimeToken.Hash(token),
            IssuedAt = now,
            ExpiresAt = now + life,
        });
    }

    /// <summary>A new link; older ones of the same official close, unless they are to be kept. One who never chose a password gets a first link again, whatever was asked.</summary>
    /// <returns>The token; null: no such official in the units given.</returns>
    public async Task<string?> IssueAsync(Guid officialId, InvitationKind kind, UnitScope scope, bool keepOlder, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var official = await db.Set<Official>().Within(scope).SingleOrDefaultAsync(o => o.Id == officialId && o.LockedAt == null, ct);
        if (official is null) return null;
        var now = clock.GetUtcNow();
        if (!keepOlder) await CloseAsync(officialId, now, ct);
        var (token, invitation) = New(official, official.PasswordHash is null ? InvitationKind.First : kind, now, options.Value.InvitationLife);
        db.Add(invitation);
        await db.SaveChangesAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("official.link_issued", "official", officialId.ToString(), official.UnitId)
        {
            Details = new Dictionary<string, object?> { ["kind"] = invitation.Kind.ToString() },
        }, ct);
        await transaction.CommitAsync(ct);
        return token;
    }

    /// <summary>Looking does not use it up, as link previews look too.</summary>
    public Task<OpenInvitation?> FindAsync(string token, CancellationToken ct) =>
        (from invitation in Open(token)
         join official in db.Set<Official>() on invitation.OfficialId equals official.Id
         where official.LockedAt == null
         select new OpenInvitation(official.Id, official.FullName, official.UserName!, invitation.Kind)).SingleOrDefaultAsync(ct);

    /// <summary>Stores the password, ends all sessions and closes the link: for exactly one caller.</summary>
    public async Task<AcceptOutcome> AcceptAsync(string token, string password, string address, CancellationToken ct)
    {
        var invitation = await Open(token).SingleOrDefaultAsync(ct);
        var official = invitation is null ? null : await db.Set<Official>().AsTracking().SingleOrDefaultAsync(o => o.Id == invitation.OfficialId && o.LockedAt == null, ct);
        if (invitation is null || official is null) return new AcceptOutcome.Closed();
        if (await ProblemsAsync(official, password) is { Count: > 0 } problems) return new AcceptOutcome.PasswordRefused(problems);
        Actor.Is(new Actor(official.Id, official.UnitId, address));
        using var pass = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        if (await Open(token).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), ct) == 0) return new AcceptOutcome.Closed();
        await CloseAsync(official.Id, now, ct);
        if (official.Rights.HasAny(Right.Administrator)) await CloseFirstLinksAsync(now, ct);
        await Sessions.EndAllAsync(db, official.Id, now, ct);
        if (invitation.Kind == InvitationKind.ResetAll) await TwoFactor.SwitchOffAsync(db, official.Id, ct);
        Set(official, password);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new AcceptOutcome.Accepted(official.Id, official.UnitId);
    }

    /// <summary>The signed-in official's own wish.</summary>
    /// <returns>Codes of what is wrong with it; empty: changed, and signed out everywhere else. <c>PasswordMismatch</c>: the old one is wrong.</returns>
    public async Task<IReadOnlyList<string>> ChangeAsync(Visitor visitor, string old, string password, CancellationToken ct)
    {
        var official = await db.Set<Official>().AsTracking().SingleAsync(o => o.Id == visitor.OfficialId, ct);
        if (manager.PasswordHasher.VerifyHashedPassword(official, official.PasswordHash ?? "", old) == PasswordVerificationResult.Failed)
            return [nameof(IdentityErrorDescriber.PasswordMismatch)];
        if (await ProblemsAsync(official, password) is { Count: > 0 } problems) return problems;
        using var pass = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        await db.Set<OfficialSession>().Where(s => s.OfficialId == official.Id && s.Id != visitor.SessionId && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), ct);
        Set(official, password);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    private void Set(Official official, string password)
    {
        official.PasswordHash = manager.PasswordHasher.HashPassword(official, password);
        (official.SecurityStamp, official.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        (official.AccessFailedCount, official.LockoutEnd) = (0, null);
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(Official official, string password)
    {
        var codes = new List<string>();
        foreach (var validator in manager.PasswordValidators)
            codes.AddRange((await validator.ValidateAsync(manager, official, password)).Errors.Select(e => e.Code));
        return codes;
    }

    private Task<int> CloseAsync(Guid officialId, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Invitation>().Where(i => i.OfficialId == officialId && i.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), ct);

    // Somebody administers now: a link that was logged at a start and never used must not open the same door later.
    private Task<int> CloseFirstLinksAsync(DateTimeOffset now, CancellationToken ct)
    {
        var name = manager.NormalizeName(FirstAdministrator.UserName);
        var unused = db.Set<Official>().Where(o => o.NormalizedUserName == name && o.PasswordHash == null).Select(o => o.Id);
        return db.Set<Invitation>().Where(i => i.UsedAt == null && unused.Contains(i.OfficialId)).ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), ct);
    }

    private IQueryable<Invitation> Open(string token)
    {
        var (hash, now) = (OneTimeToken.Hash(token), clock.GetUtcNow());
        return db.Set<Invitation>().Where(i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now);
    }
}
