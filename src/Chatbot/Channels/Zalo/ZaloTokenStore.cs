using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Channels.Zalo;

/// <summary>The pair as it is stored; the secrets are its encrypted forms, which also name the pair.</summary>
/// <param name="AccessToken">Null: none, or unreadable.</param>
/// <param name="RefreshToken">Null: none, or unreadable.</param>
public sealed record StoredZaloTokens(Guid AccountId, string? AccessToken, string? RefreshToken, string? RefreshSecret)
{
    public override string ToString() => $"tokens of {AccountId}";
}

/// <summary>Tokens in the database: who may refresh, and the pair itself.</summary>
public sealed class ZaloTokenStore(IDbContextFactory<ChatbotDb> contexts, WriteGate gate, ISecretBox box, TimeProvider clock)
{
    /// <summary>Longer than the token endpoint may take (<see cref="ZaloOptions.OAuthTimeout"/>, at most 2 min) and the save after it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private readonly string me = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <returns>Null: no such account.</returns>
    public async Task<StoredZaloTokens?> ReadAsync(Guid accountId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Set<ChannelAccount>().Where(a => a.Id == accountId).Select(a => new { a.AccessToken, a.RefreshToken }).SingleOrDefaultAsync(ct);
        return row is null ? null
            : new StoredZaloTokens(accountId, box.UnprotectText(row.AccessToken), box.UnprotectText(row.RefreshToken), row.RefreshToken);
    }

    /// <returns>True for one process at a time, and only while the pair is still the one that was read.</returns>
    public Task<bool> TakeLeaseAsync(StoredZaloTokens stored, CancellationToken ct)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Lease);
        return ChangeAsync(accounts => accounts
            .Where(a => a.Id == stored.AccountId && a.RefreshToken == stored.RefreshSecret && (a.RefreshUntil == null || a.RefreshUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.RefreshOwner, me).SetProperty(a => a.RefreshUntil, until), ct), ct);
    }

    public Task EndLeaseAsync(Guid accountId, CancellationToken ct) =>
        ChangeAsync(accounts => accounts.Where(a => a.Id == accountId && a.RefreshOwner == me).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.RefreshOwner, (string?)null).SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null), ct), ct);

    /// <summary>Replaces the pair that was used up. A younger pair that a person put there meanwhile stays.</summary>
    public async Task SaveAsync(Guid accountId, string replaced, ZaloGrant.Issued pair, TimeSpan life, CancellationToken ct)
    {
        var (access, refresh, now) = (box.ProtectText(pair.AccessToken), box.ProtectText(pair.RefreshToken), clock.GetUtcNow());
        await ChangeAsync(accounts => accounts.Where(a => a.Id == accountId && a.RefreshToken == replaced).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.AccessToken, access).SetProperty(a => a.RefreshToken, refresh)
            .SetProperty(a => a.TokenExpiresAt, now + life).SetProperty(a => a.TokenRefreshedAt, now)
            .SetProperty(a => a.Status, a => a.Status == AccountStatus.NeedsAuthorisation ? AccountStatus.Active : a.Status)
            .SetProperty(a => a.RefreshOwner, (string?)null).SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null), ct), ct);
    }

    /// <summary>The alarm, unless somebody stored a younger pair meanwhile.</summary>
    public Task MarkDeniedAsync(StoredZaloTokens stored, CancellationToken ct) =>
        ChangeAsync(accounts => accounts.Where(a => a.Id == stored.AccountId && a.RefreshToken == stored.RefreshSecret).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Status, AccountStatus.NeedsAuthorisation)
            .SetProperty(a => a.RefreshOwner, (string?)null).SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null), ct), ct);

    private async Task<bool> ChangeAsync(Func<IQueryable<ChannelAccount>, Task<int>> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        using var pass = await gate.EnterAsync(ct);
        return await change(db.Set<ChannelAccount>()) == 1;
    }
}
