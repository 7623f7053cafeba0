using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>Page tokens do not end by time but by a changed password, a lost role or a withdrawn right; then a person must authorise again. This class notices.</summary>
public sealed class FacebookTokens(
    FacebookClient client, AccountDirectory accounts, AccountHealth health, IOptionsMonitor<FacebookOptions> options, TimeProvider clock,
    ILogger<FacebookTokens> log)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Takes over the Pages of the settings.</summary>
    public Task SeedAsync(CancellationToken ct) => accounts.EnsureFromSettingsAsync(
        Channel.Facebook, [.. options.CurrentValue.Pages.Select(page => new AccountSeed(page.PageId, page.AccessToken, null, null))], ct);

    /// <summary>Looks at every Page's token and subscription, and subscribes again where the platform dropped us.</summary>
    public async Task CheckAsync(CancellationToken ct)
    {
        await accounts.RefreshAsync(ct);
        foreach (var account in accounts.Of(Channel.Facebook).Where(one => one.Row.Status != AccountStatus.Disconnected && one.AccessToken is not null))
        {
            try
            {
                if (await IsAliveAsync(account, ct)) await SubscribeAgainAsync(account, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested && e is HttpRequestException or TaskCanceledException)
            {
                log.CheckFailed(account.Row.Id, e.Message);   // the network's trouble is not the token's: ask again next time
            }
        }
    }

    /// <summary>After a refusal: a token that a person stored meanwhile, perhaps through another process.</summary>
    /// <returns>Null: there is none.</returns>
    public async Task<ConnectedAccount?> FindNewerAsync(ConnectedAccount account, CancellationToken ct)
    {
        await accounts.RefreshAsync(ct);
        return accounts.Find(account.Row.Id) is { AccessToken: { } token } now && token != account.AccessToken ? now : null;
    }

    /// <summary>Keeps the account's state in step with what sends tell. Never throws for a database that does not answer: the outcome of the send matters more.</summary>
    public async Task NoteAsync(ConnectedAccount account, SendOutcome outcome, CancellationToken ct)
    {
        AccountStatus? status = outcome switch
        {
            SendOutcome.Refused { Reason: RefusalReason.Token } => AccountStatus.NeedsAuthorisation,
            SendOutcome.Refused { Reason: RefusalReason.AccountRestricted } => AccountStatus.Restricted,
            SendOutcome.Sent => AccountStatus.Active,
            _ => null,
        };
        if (status is not { } told || told == account.Row.Status) return;
        try
        {
            await accounts.SetStatusAsync(account.Row.Id, told, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.StatusNotStored(e, account.Row.Id, told);
        }
    }

    private async Task<bool> IsAliveAsync(ConnectedAccount account, CancellationToken ct)
    {
        if (options.CurrentValue.AppId.Length == 0) return await AnswersAsync(account, ct);
        var reply = await client.DebugTokenAsync(account.AccessToken!, ct);
        if (reply.Value?.Data is not { } facts)
        {
            log.CheckFailed(account.Row.Id, reply.Why);
            return true;   // not told: what the sends say stands
        }
        await SetAliveAsync(account, facts.IsValid, ct);
        Tell(account, AccountProblem.TokenAgeing, facts.ExpiresAt > 0 && DateTimeOffset.FromUnixTimeSeconds(facts.ExpiresAt) - clock.GetUtcNow() < Soon,
            "The Page's token ends within a week; connect the Page with a token that does not end");
        return facts.IsValid;
    }

    private async Task<bool> AnswersAsync(ConnectedAccount account, CancellationToken ct)
    {
        var reply = await client.GetPageAsync(account.AccessToken!, ct);
        if (reply.IsDone) await SetAliveAsync(account, isAlive: true, ct);
        else if (reply.Error is { } error && FacebookErrorCodes.Outcome(error, reply.Status, TimeSpan.Zero) is SendOutcome.Refused { Reason: RefusalReason.Token })
            await SetAliveAsync(account, isAlive: false, ct);
        else log.CheckFailed(account.Row.Id, reply.Why);
        return reply.IsDone;
    }

    private async Task SetAliveAsync(ConnectedAccount account, bool isAlive, CancellationToken ct)
    {
        if (!isAlive && account.Row.Status != AccountStatus.NeedsAuthorisation)
            await accounts.SetStatusAsync(account.Row.Id, AccountStatus.NeedsAuthorisation, ct);
        if (isAlive && account.Row.Status == AccountStatus.NeedsAuthorisation)
            await accounts.SetStatusAsync(account.Row.Id, AccountStatus.Active, ct);
    }

    // After an hour of failed webhooks the platform drops our app from the Page and tells nobody but the developer account.
    private async Task SubscribeAgainAsync(ConnectedAccount account, CancellationToken ct)
    {
        var missing = await FacebookSubscriptions.MissingAsync(client, account.Row.PlatformId, account.AccessToken!, options.CurrentValue.AppId, ct);
        if (missing is { Count: > 0 })
        {
            log.NotSubscribed(account.Row.Id, string.Join(',', missing));
            var done = await FacebookSubscriptions.SubscribeAsync(client, account.Row.PlatformId, account.AccessToken!, ct);
            if (!done.IsDone) log.CheckFailed(account.Row.Id, done.Why);
            missing = done.IsDone ? [] : missing;
        }
        Tell(account, AccountProblem.NotSubscribed, missing is { Count: > 0 }, "The platform does not send us this Page's events: " + string.Join(", ", missing ?? []));
    }

    private void Tell(ConnectedAccount account, AccountProblem problem, bool isPresent, string text)
    {
        if (isPresent) health.Report(account.Row.Id, problem, $"Facebook {account.Row.PlatformId}: {text}");
        else health.Clear(account.Row.Id, problem);
    }
}
