using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>Keeps every OA's token alive. A refresh token works once, so a refresh has one owner across all processes, runs to its end,
/// and its pair is stored before anybody uses it.</summary>
public sealed class ZaloTokens(
    ZaloTokenStore store, ZaloOAuthClient oauth, AccountDirectory accounts, AccountHealth health, IOptions<ZaloOptions> options,
    TimeProvider clock, ILogger<ZaloTokens> log)
{
    // How soon a failed refresh is tried again; a person's new authorisation ends the wait at once.
    private static readonly TimeSpan AfterDenial = TimeSpan.FromHours(1), AfterTrouble = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> turns = new();
    private readonly ConcurrentDictionary<Guid, Failure> failures = new();
    private readonly ConcurrentDictionary<Guid, (string Replaced, ZaloGrant.Issued Pair)> unsaved = new();

    private ZaloLimits Limits => ZaloLimits.InForce(options.Value, clock.GetUtcNow());

    /// <summary>A working token after the platform refused one: the stored one when another process has refreshed already, else a new one.</summary>
    public async Task<ZaloRenewal> RenewAsync(Guid accountId, string? refusedToken, CancellationToken ct)
    {
        var turn = turns.GetOrAdd(accountId, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            return await RenewInTurnAsync(accountId, refusedToken, ct);
        }
        catch (Exception failure) when (IsDatabaseTrouble(failure))
        {
            log.RefreshFailed(accountId, failure.GetType().Name);
            return new ZaloRenewal.Later(AfterTrouble);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Refreshes what has used up 80 % of its life, saves pairs that the database did not take, tells of ageing tokens. For a job, every minute or so.</summary>
    public async Task RefreshDueAsync(CancellationToken ct)
    {
        await accounts.RefreshAsync(ct);
        foreach (var account in accounts.Of(Channel.Zalo))
        {
            TellAge(account.Row);
            if (unsaved.ContainsKey(account.Row.Id) || IsDue(account)) await RenewAsync(account.Row.Id, account.AccessToken, ct);
        }
    }

    private async Task<ZaloRenewal> RenewInTurnAsync(Guid accountId, string? refusedToken, CancellationToken ct)
    {
        if (!await SaveUnsavedAsync(accountId)) return new ZaloRenewal.Later(AfterTrouble);
        for (var giveUpAt = clock.GetUtcNow() + ZaloTokenStore.Lease; ; await Task.Delay(Glance, clock, ct))
        {
            var stored = await store.ReadAsync(accountId, ct);
            if (stored is null) return new ZaloRenewal.NeedsAuthorisation();
            if (stored.AccessToken is { } token && token != refusedToken) return await UseAsync(token, ct);
            if (WaitingAfterFailure(accountId, stored) is { } failed) return failed;
            if (stored.RefreshToken is null) return await DenyAsync(accountId, stored, code: 0, ct);
            if (await store.TakeLeaseAsync(stored, ct)) return await RefreshAsync(accountId, stored);
            if (clock.GetUtcNow() > giveUpAt) return new ZaloRenewal.Later(AfterTrouble);   // the other refresher is still at it
        }
    }

    // From here to the end nothing is cancelled: once the platform has taken the refresh token, only its answer holds the next.
    private async Task<ZaloRenewal> RefreshAsync(Guid accountId, StoredZaloTokens stored)
    {
        var granted = await oauth.RefreshAsync(stored.RefreshToken!, CancellationToken.None);
        switch (granted)
        {
            case ZaloGrant.Issued pair:
                unsaved[accountId] = (stored.RefreshSecret!, pair);
                if (!await SaveUnsavedAsync(accountId)) return new ZaloRenewal.Later(AfterTrouble);
                log.TokenRefreshed(accountId);
                return await UseAsync(pair.AccessToken, CancellationToken.None);
            case ZaloGrant.Denied denied:
                // Another refresher, or a person, may have been faster: then the store holds a younger pair.
                var now = await store.ReadAsync(accountId, CancellationToken.None);
                if (now?.RefreshSecret != stored.RefreshSecret && now?.AccessToken is { } younger) return await UseAsync(younger, CancellationToken.None);
                return await DenyAsync(accountId, stored, denied.Code, CancellationToken.None);
            default:
                return await PostponeAsync(accountId, stored, ((ZaloGrant.Unavailable)granted).Why);
        }
    }

    private async Task<ZaloRenewal> DenyAsync(Guid accountId, StoredZaloTokens stored, int code, CancellationToken ct)
    {
        failures[accountId] = new Failure(stored.RefreshSecret, clock.GetUtcNow() + AfterDenial, IsFinal: true);
        await store.MarkDeniedAsync(stored, ct);
        log.NeedsAuthorisation(accountId, code);
        await accounts.RefreshAsync(ct);
        return new ZaloRenewal.NeedsAuthorisation();
    }

    private async Task<ZaloRenewal> PostponeAsync(Guid accountId, StoredZaloTokens stored, string why)
    {
        failures[accountId] = new Failure(stored.RefreshSecret, clock.GetUtcNow() + AfterTrouble, IsFinal: false);
        await store.EndLeaseAsync(accountId, CancellationToken.None);
        log.RefreshFailed(accountId, why);
        return new ZaloRenewal.Later(AfterTrouble);
    }

    private async Task<ZaloRenewal> UseAsync(string token, CancellationToken ct)
    {
        await accounts.RefreshAsync(ct);
        return new ZaloRenewal.Renewed(token);
    }

    // Dying between the platform's answer and this save loses the pair: the next refresh is denied and a person is called.
    private async Task<bool> SaveUnsavedAsync(Guid accountId)
    {
        if (!unsaved.TryGetValue(accountId, out var kept)) return true;
        try
        {
            await store.SaveAsync(accountId, kept.Replaced, kept.Pair, kept.Pair.Life ?? Limits.AccessTokenLife, CancellationToken.None);
            unsaved.TryRemove(accountId, out _);
            failures.TryRemove(accountId, out _);
            return true;
        }
        catch (Exception failure) when (IsDatabaseTrouble(failure))
        {
            log.TokensLost(failure, accountId);
            return false;
        }
    }

    // EF wraps what it takes for passing in an InvalidOperationException.
    private static bool IsDatabaseTrouble(Exception failure) => failure is DbException or TimeoutException or InvalidOperationException { InnerException: DbException or TimeoutException };

    private ZaloRenewal? WaitingAfterFailure(Guid accountId, StoredZaloTokens stored)
    {
        if (!failures.TryGetValue(accountId, out var failure) || failure.RefreshSecret != stored.RefreshSecret) return null;
        var left = failure.Until - clock.GetUtcNow();
        if (left <= TimeSpan.Zero) return null;
        return failure.IsFinal ? new ZaloRenewal.NeedsAuthorisation() : new ZaloRenewal.Later(left);
    }

    private bool IsDue(ConnectedAccount account)
    {
        var row = account.Row;
        if (row.RefreshToken is null || row.Status == AccountStatus.Disconnected) return false;
        if (row.AccessToken is null) return true;
        if (row.TokenExpiresAt is not { } end) return false;
        var life = row.TokenRefreshedAt is { } start && end > start ? end - start : Limits.AccessTokenLife;
        return end - clock.GetUtcNow() <= life * 0.2;
    }

    // A refresh token lives 90 days; ten days before its end somebody must hear of it, whatever kept it from being refreshed.
    private void TellAge(ChannelAccount row)
    {
        var age = clock.GetUtcNow() - (row.TokenRefreshedAt ?? row.CreatedAt);
        if (row.RefreshToken is null || age < Limits.RefreshTokenLife - TimeSpan.FromDays(10))
        {
            health.Clear(row.Id, AccountProblem.TokenAgeing);
            return;
        }
        if (!health.Has(row.Id, AccountProblem.TokenAgeing)) log.TokensAgeing(row.Id, age);
        health.Report(row.Id, AccountProblem.TokenAgeing, $"Zalo {row.PlatformId}: tokens were not refreshed for {(int)age.TotalDays} days");
    }

    private sealed record Failure(string? RefreshSecret, DateTimeOffset Until, bool IsFinal);
}

/// <summary>What came of asking for a working token.</summary>
public abstract record ZaloRenewal
{
    private ZaloRenewal() { }

    public sealed record Renewed(string AccessToken) : ZaloRenewal
    {
        public override string ToString() => "renewed";   // keeps the token out of logs
    }

    public sealed record NeedsAuthorisation : ZaloRenewal;

    /// <summary>The token endpoint or the database does not answer; ask again after the delay.</summary>
    public sealed record Later(TimeSpan Delay) : ZaloRenewal;
}
