using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Officials;

/// <summary>What came of a try. Refused tells nobody whether the name exists, the password was wrong or the account is closed.</summary>
public abstract record SignInOutcome
{
    public sealed record Refused : SignInOutcome;

    /// <summary>The password was right; the authenticator's code is wanted too.</summary>
    public sealed record CodeWanted(Guid OfficialId) : SignInOutcome;

    public sealed record Passed(Guid OfficialId, Guid UnitId) : SignInOutcome;
}

/// <summary>Name and password, then a code. Every try is counted before it is looked at, so that many at once are not more than one after another.</summary>
public sealed class SignIn(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, IPasswordHasher<Official> hasher, ILookupNormalizer normalizer, ISecretBox box, AuditTrail trail,
    IOptions<OfficialsOptions> options, TimeProvider clock)
{
    private static readonly SignInOutcome No = new SignInOutcome.Refused();
    private static string? anyHash;

    public async Task<SignInOutcome> CheckPasswordAsync(string userName, string password, string address, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var name = normalizer.NormalizeName(userName.Trim());
        var official = await db.Set<Official>().SingleOrDefaultAsync(o => o.NormalizedUserName == name, ct);
        if (official?.PasswordHash is not { } hash || !await TakeTryAsync(db, official.Id, ct))
        {
            var nobody = new Official { FullName = "" };
            hasher.VerifyHashedPassword(nobody, anyHash ??= hasher.HashPassword(nobody, OneTimeToken.New()), password);   // takes as long as for a name that exists
            return No;
        }
        if (hasher.VerifyHashedPassword(official, hash, password) == PasswordVerificationResult.Failed) return await RefuseAsync(db, official, address, ct);
        return official.TotpKey is null ? await PassAsync(db, official, ct) : new SignInOutcome.CodeWanted(official.Id);
    }

    /// <param name="code">Six digits of the app, or a recovery code.</param>
    public async Task<SignInOutcome> CheckCodeAsync(Guid officialId, string code, string address, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var official = await db.Set<Official>().SingleOrDefaultAsync(o => o.Id == officialId, ct);
        if (official?.TotpKey is null || !await TakeTryAsync(db, officialId, ct)) return No;
        var right = await TakeTotpAsync(db, official, code, ct) || await TakeRecoveryAsync(db, official, code, address, ct);
        return right ? await PassAsync(db, official, ct) : await RefuseAsync(db, official, address, ct);
    }

    /// <returns>False: closed by an administrator, or after too many tries.</returns>
    private async Task<bool> TakeTryAsync(ChatbotDb db, Guid id, CancellationToken ct)
    {
        var (now, most) = (clock.GetUtcNow(), options.Value.LockOutAfter);
        DateTimeOffset? end = now + options.Value.LockOutFor, none = null;
        using var pass = await gate.EnterAsync(ct);
        return await db.Set<Official>().Where(o => o.Id == id && o.LockedAt == null && (o.LockoutEnd == null || o.LockoutEnd <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(o => o.LockoutEnd, o => o.AccessFailedCount + 1 >= most ? end : none)
                .SetProperty(o => o.AccessFailedCount, o => o.AccessFailedCount + 1 >= most ? 0 : o.AccessFailedCount + 1), ct) == 1;
    }

    // One statement, so that the same code in two windows counts once.
    private async Task<bool> TakeTotpAsync(ChatbotDb db, Official official, string code, CancellationToken ct)
    {
        if (box.UnprotectText(official.TotpKey) is not { } key) return false;
        if (Totp.StepOf(key, code, clock.GetUtcNow(), official.LastTotpStep) is not { } step) return false;
        using var pass = await gate.EnterAsync(ct);
        return await db.Set<Official>().Where(o => o.Id == official.Id && o.LastTotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.LastTotpStep, step), ct) == 1;
    }

    private async Task<bool> TakeRecoveryAsync(ChatbotDb db, Official official, string code, string address, CancellationToken ct)
    {
        var (hash, now) = (RecoveryCodes.Hash(code), clock.GetUtcNow());
        using var pass = await gate.EnterAsync(ct);
        var taken = await db.Set<RecoveryCode>().Where(c => c.OfficialId == official.Id && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct) == 1;
        if (taken) await NoteAsync(db, official, "official.recovery_code_used", address, ct);
        return taken;
    }

    private async Task<SignInOutcome> PassAsync(ChatbotDb db, Official official, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await db.Set<Official>().Where(o => o.Id == official.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.AccessFailedCount, 0).SetProperty(o => o.LockoutEnd, (DateTimeOffset?)null), ct);
        return new SignInOutcome.Passed(official.Id, official.UnitId);
    }

    private async Task<SignInOutcome> RefuseAsync(ChatbotDb db, Official official, string address, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        var closed = await db.Set<Official>().AnyAsync(o => o.Id == official.Id && o.LockoutEnd != null, ct);
        await NoteAsync(db, official, closed ? "official.locked_out" : "official.sign_in_refused", address, ct);
        return No;
    }

    private Task NoteAsync(ChatbotDb db, Official official, string action, string address, CancellationToken ct)
    {
        Actor.Is(new Actor(null, official.UnitId, address));   // whoever it was has not shown to be this official
        return trail.AppendAsync(db, new AuditRecord(action, "official", official.Id.ToString(), official.UnitId), ct);
    }
}
