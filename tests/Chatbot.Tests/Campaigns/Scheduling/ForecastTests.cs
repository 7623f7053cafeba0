using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.Hotline;
using Chatbot.Testing;
using Chatbot.Tests.Channels.Shared;

namespace Chatbot.Tests.Campaigns.Scheduling;

/// <summary>Who is reached today, who on a later day, and who never, when an office may send only so much in a day.</summary>
public sealed class ForecastTests
{
    private static readonly DateTimeOffset Monday = SomeCampaign.Monday;

    [Theory]
    [InlineData(100, 40, 10, null, 70, 0)]      // no end: the rest waits
    [InlineData(100, 40, 10, 1, 40, 30)]        // 30 today, 40 tomorrow
    [InlineData(100, 40, 10, 2, 70, 0)]
    [InlineData(100, 40, 40, 0, 0, 100)]        // the day is used up and it ends today
    [InlineData(30, 40, 10, 0, 0, 0)]
    public void The_days_until_its_end_are_filled_one_by_one(int reached, int limit, int used, int? days, int later, int never)
    {
        var ends = days is { } count ? Monday.AddDays(count).AddHours(1) : (DateTimeOffset?)null;
        var forecast = Look(reached, new DayQuota(DailyQuota.DayOf(Monday), limit, used), ends);
        Assert.Equal((later, never, (int?)limit), (forecast.BeyondQuota, forecast.LeftOut, forecast.Quota));
        Assert.Equal(never > 0, forecast.IsTooLate);
    }

    [Fact]
    public void What_was_sent_today_does_not_count_on_another_day() =>
        Assert.Equal(10, Look(50, new DayQuota(DailyQuota.DayOf(Monday).AddDays(-1), 40, 40), ends: null).BeyondQuota);

    [Fact]
    public void Without_a_limit_nobody_waits() => Assert.Equal((0, 0), Look(1_000_000, new DayQuota(DailyQuota.DayOf(Monday), null, 5), Monday.AddDays(1)) is var f ? (f.BeyondQuota, f.LeftOut) : default);

    [Fact]
    public void Nobody_is_written_to_on_a_Sunday()
    {
        var saturday = Monday.AddDays(5);
        // Saturday 40, nothing on Sunday, 40 on Monday morning.
        Assert.Equal((40, 20), Look(100, new DayQuota(DailyQuota.DayOf(saturday), 40, 0), saturday.AddDays(2).AddHours(1), saturday) is var f ? (f.BeyondQuota, f.LeftOut) : default);
    }

    private static Forecast Look(int reached, DayQuota today, DateTimeOffset? ends, DateTimeOffset? at = null)
    {
        var clock = new ManualTime(at ?? Monday);
        var hours = new SendingHours(WorkingCalendar.Shipped, new FixedOptions<CampaignOptions>(new CampaignOptions()));
        var forecast = new ForecastCampaign(hours, new FixedOptions<FacebookOptions>(new FacebookOptions()), new FixedOptions<ZaloOptions>(new ZaloOptions()), clock);
        return forecast.Look(SomeCampaign.Draft() with { StartsAt = at ?? Monday, EndsAt = ends }, new AudienceCount([new AudienceLine(Channel.Facebook, null, reached)]), today);
    }
}
