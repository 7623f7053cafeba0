using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>Once a start, when the database is ready: accounts of the settings into the directory, and a word about what is missing.</summary>
public sealed class ZaloSetup(IOptions<ZaloOptions> options, AccountDirectory accounts, TimeProvider clock, ILogger<ZaloSetup> log)
{
    public async Task RunAsync(CancellationToken ct)
    {
        var settings = options.Value;
        if (!settings.IsConfigured) return;
        if (settings.OaSecretKey.Length == 0 && settings.WebhookKey == ZaloWebhookKey.OaSecretKey) log.NoWebhookKey();
        var life = ZaloLimits.InForce(settings, clock.GetUtcNow()).AccessTokenLife;
        // Of an unknown age: refreshed when it would be due if it were new, or as soon as Zalo refuses it.
        var seeds = settings.Accounts.Select(a => new AccountSeed(a.OaId, a.AccessToken, a.RefreshToken, life)).ToList();
        await accounts.EnsureFromSettingsAsync(Channel.Zalo, seeds, ct);
    }
}
