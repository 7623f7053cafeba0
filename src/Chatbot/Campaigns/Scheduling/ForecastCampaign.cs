using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>What becomes of a campaign at its hour: when it begins in truth, how long it takes by the platforms' rates, whether the day's quota and its own end are enough.</summary>
public sealed class ForecastCampaign(SendingHours hours, IOptionsMonitor<CampaignOptions> options, IOptionsMonitor<FacebookOptions> facebook, IOptionsMonitor<ZaloOptions> zalo, TimeProvider clock)
{
    public Forecast Look(CampaignDraft draft, AudienceCount count)
    {
        var now = clock.GetUtcNow();
        var at = draft.StartsAt > now ? draft.StartsAt.Value : now;
        var begins = hours.ClosedUntil(at) ?? at;
        var quota = options.CurrentValue.DailyLimit;
        var beyond = quota > 0 ? Math.Max(0, count.Reached - quota) : 0;
        var takes = count.Lines.Where(line => line.Reason is null).GroupBy(line => line.Channel).Select(lines => Takes(lines.Key, lines.Sum(line => line.Count), begins)).DefaultIfEmpty(TimeSpan.Zero).Max();
        return new Forecast(at, begins, takes, quota > 0 ? quota : null, beyond, draft.EndsAt is { } ends && begins + takes > ends);
    }

    private TimeSpan Takes(Channel channel, int messages, DateTimeOffset at)
    {
        double perSecond = channel == Channel.Facebook
            ? FacebookLimits.InForce(facebook.CurrentValue, at).OutreachPerSecond
            : Flow(RateBuckets.Of(ZaloLimits.InForce(zalo.CurrentValue, at).AppRate));
        return perSecond <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Ceiling(messages / perSecond));
    }

    private static double Flow(SharedRate rate) => rate.FlowPerSecond;
}

/// <param name="At">The chosen hour, or now.</param>
/// <param name="Begins">Later than <paramref name="At"/> when that is in quiet hours.</param>
/// <param name="Takes">At the platforms' rates, with nothing else under way.</param>
/// <param name="Quota">Messages a day; null: no limit.</param>
/// <param name="BeyondQuota">Who gets it on a later day.</param>
/// <param name="IsTooLate">Its end comes before everybody has it.</param>
public sealed record Forecast(DateTimeOffset At, DateTimeOffset Begins, TimeSpan Takes, int? Quota, int BeyondQuota, bool IsTooLate);
