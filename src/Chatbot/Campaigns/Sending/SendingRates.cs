using System.Globalization;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Hotline;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>Which shared rates one message of a campaign takes from: the platform's for the account (and its app), and the office's own for the day.</summary>
public sealed class SendingRates(
    AccountDirectory accounts, IOptionsMonitor<FacebookOptions> facebook, IOptionsMonitor<ZaloOptions> zalo, IOptionsMonitor<CampaignOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <returns>The platform's first, the office's last.</returns>
    public IReadOnlyList<SharedRate> Of(Guid accountId, Guid unitId)
    {
        var now = clock.GetUtcNow();
        if (accounts.Find(accountId) is not { } account) return [OfDay(unitId, now)];
        if (account.Row.Channel == Channel.Facebook)
        {
            var page = FacebookLimits.InForce(facebook.CurrentValue, now);
            return [RateBuckets.Of(new RateLimit($"facebook-outreach/{account.Row.PlatformId}", page.OutreachPerSecond, Second, 0)), OfDay(unitId, now)];
        }
        var limits = ZaloLimits.InForce(zalo.CurrentValue, now);
        return [RateBuckets.Of(limits.AppRate), RateBuckets.Of(limits.OaRate(account.Row.PlatformId)), OfDay(unitId, now)];
    }

    private SharedRate OfDay(Guid unitId, DateTimeOffset now) =>
        new($"day/{unitId:N}/{WorkingCalendar.Local(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", options.CurrentValue.DailyLimit, 0);
}
