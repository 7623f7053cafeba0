using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>Which shared rates one message of a campaign takes from: the platform's for the account and its app.</summary>
public sealed class SendingRates(
    AccountDirectory accounts, IOptionsMonitor<FacebookOptions> facebook, IOptionsMonitor<ZaloOptions> zalo, TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <returns>The nearest first; empty: the account is gone.</returns>
    public IReadOnlyList<SharedRate> Of(Guid accountId)
    {
        var now = clock.GetUtcNow();
        if (accounts.Find(accountId) is not { } account) return [];
        if (account.Row.Channel == Channel.Facebook)
        {
            var page = FacebookLimits.InForce(facebook.CurrentValue, now);
            return [RateBuckets.Of(new RateLimit($"facebook-outreach/{account.Row.PlatformId}", page.OutreachPerSecond, Second, 0))];
        }
        var limits = ZaloLimits.InForce(zalo.CurrentValue, now);
        return [RateBuckets.Of(limits.AppRate), RateBuckets.Of(limits.OaRate(account.Row.PlatformId))];
    }
}
