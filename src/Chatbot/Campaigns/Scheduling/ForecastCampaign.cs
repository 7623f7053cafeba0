using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>What becomes of a campaign at its hour: when it begins in truth, how long it takes by the platforms' rates, whether the day's quota and its own end are enough.</summary>
public sealed class ForecastCampaign(SendingHours hours, IOptionsMonitor<FacebookOptions> facebook, IOptionsMonitor<ZaloOptions> zalo, TimeProvider clock)
{
    /// <param name="today">What the office may still send today.</param>
    public Forecast Look(CampaignDraft draft, AudienceCount count, DayQuota today)
    {
        var now = clock.GetUtcNow();
        var at = draft.StartsAt > now ? draft.StartsAt.Value : now;
        var begins = hours.ClosedUntil(at) ?? at;
        var takes = count.Lines.Where(line => line.Reason is null).GroupBy(line => line.Channel).Select(lines => Takes(lines.Key, lines.Sum(line => line.Count), begins)).DefaultIfEmpty(TimeSpan.Zero).Max();
        var (later, never) = Spread(count.Reached, begins, draft.EndsAt, today);
        return new Forecast(at, begins, takes, today.Limit, later, never, never > 0 || (draft.EndsAt is { } ends && begins + takes > ends));
    }

    /// <summary>Over the days that there are until its end.</summary>
    private (int Later, int Never) Spread(int reached, DateTimeOffset begins, DateTimeOffset? ends, DayQuota today)
    {
        if (today.Limit is not { } limit) return (0, 0);
        var beyond = Math.Max(0, reached - Math.Max(0, limit - (DailyQuota.DayOf(begins) == today.Day ? today.Used : 0)));
        var left = beyond;
        for (var opens = NextDay(begins); left > 0 && ends is not null && opens < ends; opens = NextDay(opens)) left = Math.Max(0, left - limit);
        return ends is null ? (beyond, 0) : (beyond - left, left);
    }

    private DateTimeOffset NextDay(DateTimeOffset at)
    {
        var midnight = new DateTimeOffset(DailyQuota.DayOf(at).AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        return hours.ClosedUntil(midnight) ?? midnight;
    }

    private TimeSpan Takes(Channel channel, int messages, DateTimeOffset at)
    {
        double perSecond = channel == Channel.Facebook
            ? FacebookLimits.InForce(facebook.CurrentValue, at).OutreachPerSecond
            : RateBuckets.Of(ZaloLimits.InForce(zalo.CurrentValue, at).AppRate).FlowPerSecond;
        return perSecond <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Ceiling(messages / perSecond));
    }
}

/// <param name="At">The chosen hour, or now.</param>
/// <param name="Begins">Later than <paramref name="At"/> when that is in quiet hours.</param>
/// <param name="Takes">At the platforms' rates, with nothing else under way.</param>
/// <param name="Quota">The office's messages a day; null: no limit.</param>
/// <param name="BeyondQuota">How many get it on a later day.</param>
/// <param name="LeftOut">How many get it on no day, as its end comes before.</param>
/// <param name="IsTooLate">Its end comes before everybody has it.</param>
public sealed record Forecast(DateTimeOffset At, DateTimeOffset Begins, TimeSpan Takes, int? Quota, int BeyondQuota, int LeftOut, bool IsTooLate);
