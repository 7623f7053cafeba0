using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Officials;

/// <summary>Sets an authenticator app up and takes it away.</summary>
public sealed class TwoFactor(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, ISecretBox box, AuditTrail trail, IOptions<OfficialsOptions> options, TimeProvider clock)
{
    /// <summary>The official's rights ask for it and it is not there yet.</summary>
    public bool IsDue(Visitor visitor) => !visitor.HasTwoFactor && visitor.May(options.Value.TwoFactorFor);

    public bool IsRequired(Right rights) => rights.HasAny(options.Value.TwoFactorFor);

    /// <summary>A key that is not in use yet; it goes to the page and comes back sealed with the first code.</summary>
    public (string Key, string Sealed) Begin()
    {
        var key = Totp.NewKey();
        return (key, box.ProtectText(key));
    }

    public string? Open(string sealedKey) => box.UnprotectText(sealedKey);

    /// <returns>Recovery codes, shown once; null: the code is wrong, or an app was set up meanwhile.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Visitor visitor, string sealedKey, string code, CancellationToken ct)
    {
        if (box.UnprotectText(sealedKey) is not { } key || Totp.StepOf(key, code, clock.GetUtcNow(), lastStep: 0) is not { } step) return null;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var set = await db.Set<Official>().Where(o => o.Id == visitor.OfficialId && o.TotpKey == null).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.TotpKey, sealedKey).SetProperty(o => o.TwoFactorEnabled, true).SetProperty(o => o.LastTotpStep, step), ct);
        if (set == 0) return null;
        var codes = await ReplaceCodesAsync(db, visitor.OfficialId, ct);
        await trail.AppendAsync(db, Record("official.two_factor_on", visitor), ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    /// <returns>New recovery codes; the old ones no longer work.</returns>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Visitor visitor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var codes = await ReplaceCodesAsync(db, visitor.OfficialId, ct);
        await trail.AppendAsync(db, Record("official.recovery_codes_renewed", visitor), ct);
        await transaction.CommitAsync(ct);
        return codes;
    }

    /// <returns>False: the rights ask for it.</returns>
    public async Task<bool> SwitchOffAsync(Visitor visitor, CancellationToken ct)
    {
        if (IsRequired(visitor.Rights)) return false;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await SwitchOffAsync(db, visitor.OfficialId, ct);
        await trail.AppendAsync(db, Record("official.two_factor_off", visitor), ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    public async Task<int> CodesLeftAsync(Guid officialId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<RecoveryCode>().CountAsync(c => c.OfficialId == officialId && c.UsedAt == null, ct);
    }

    /// <summary>As part of the caller's transaction.</summary>
    public static async Task SwitchOffAsync(ChatbotDb db, Guid officialId, CancellationToken ct)
    {
        await db.Set<RecoveryCode>().Where(c => c.OfficialId == officialId).ExecuteDeleteAsync(ct);
        await db.Set<Official>().Where(o => o.Id == officialId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.TotpKey, (string?)null).SetProperty(o => o.TwoFactorEnabled, false), ct);
    }

    private static async Task<IReadOnlyList<string>> ReplaceCodesAsync(ChatbotDb db, Guid officialId, CancellationToken ct)
    {
        var codes = RecoveryCodes.New();
        await db.Set<RecoveryCode>().Where(c => c.OfficialId == officialId).ExecuteDeleteAsync(ct);
        db.AddRange(codes.Select(code => new RecoveryCode { OfficialId = officialId, CodeHash = RecoveryCodes.Hash(code) }));
        await db.SaveChangesAsync(ct);
        return codes;
    }

    private static AuditRecord Record(string action, Visitor visitor) => new(action, "official", visitor.OfficialId.ToString(), visitor.UnitId);
}
