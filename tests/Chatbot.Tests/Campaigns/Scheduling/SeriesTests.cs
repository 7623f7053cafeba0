using Chatbot.Campaigns;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Writing;

namespace Chatbot.Tests.Campaigns.Scheduling;

/// <summary>What was approved as a series, and what its times may say.</summary>
public sealed class SeriesTests
{
    private static readonly CampaignDraft Weekly = SomeCampaign.Draft() with { Repeats = RecurrenceWords.Read("thứ Hai hằng tuần lúc 9 giờ"), EndsAt = SomeCampaign.Monday.AddDays(20) };

    private static readonly CampaignDraft Steps = SomeCampaign.Draft() with
    {
        Sequence = new Sequence(SequenceStart.Following, 0, new TimeOnly(9, 0)) { Further = [new SequenceStep(3, new CampaignContent("", "Ngày thứ ba")), new SequenceStep(7, new CampaignContent("", "Ngày thứ bảy"))] },
        EndsAt = null,
    };

    [Fact]
    public void A_series_makes_approved_campaigns_of_its_own_and_ends_after_the_last()
    {
        var series = Repeating(Weekly);
        var at = new List<DateTimeOffset>();
        for (var now = SomeCampaign.Monday; series.Status == CampaignStatus.Repeating; now = now.AddDays(7))
        {
            var one = series.Occur(series.NextAt!.Value, 0, now);
            Assert.Equal((CampaignStatus.Scheduled, true, series.ApproverId), (one.Status, one.IsApproved, one.ApproverId));
            Assert.Equal(series.Read().Content, one.Read().Content);
            Assert.Equal(one.StartsAt + TimeSpan.FromHours(8), one.EndsAt);
            at.Add(one.StartsAt!.Value);
            series.MoveOn(now);
        }
        Assert.Equal(CampaignStatus.Finished, series.Status);
        Assert.Equal([30, 7], at.Select(time => time.Day));   // 23 November begins at 11:00, 20 days later the series ends
    }

    [Fact]
    public void Any_change_of_the_series_ends_its_times_until_it_is_approved_again()
    {
        var series = Repeating(Weekly);
        Assert.True(series.Write(Weekly with { Repeats = Weekly.Repeats! with { At = new TimeOnly(9, 1) } }, SomeCampaign.Author, SomeCampaign.Monday));
        Assert.Equal((CampaignStatus.Draft, null, false), (series.Status, series.NextAt, series.IsApproved));
        Assert.Throws<InvalidOperationException>(() => series.Occur(SomeCampaign.Monday, 0, SomeCampaign.Monday));
    }

    [Fact]
    public void Every_part_of_when_it_returns_is_bound_by_the_approval()
    {
        var rule = Weekly.Repeats!;
        CampaignDraft[] others =
        [
            Weekly with { Repeats = null }, Weekly with { Repeats = rule with { Every = 2 } }, Weekly with { Repeats = rule with { Weekdays = [DayOfWeek.Tuesday] } },
            Weekly with { Repeats = rule with { Window = rule.Window + TimeSpan.FromMinutes(1) } }, Weekly with { Repeats = rule with { Kind = RecurrenceKind.Daily, Weekdays = [] } },
            Weekly with { EndsAt = null }, Weekly with { Confirmed = ["so:31/02"] },
        ];
        Assert.All(others, other => Assert.NotEqual(Weekly.Tidied().Hash(), other.Tidied().Hash()));
        CampaignDraft[] sequences =
        [
            Steps with { Sequence = null }, Steps with { Sequence = Steps.Sequence! with { FirstDay = 1 } }, Steps with { Sequence = Steps.Sequence! with { Since = SequenceStart.Asking } },
            Steps with { Sequence = Steps.Sequence! with { At = new TimeOnly(9, 1) } }, Steps with { Sequence = Steps.Sequence! with { Further = [Steps.Sequence.Further[0]] } },
            Steps with { Sequence = Steps.Sequence! with { Further = [Steps.Sequence.Further[0] with { Day = 4 }, Steps.Sequence.Further[1]] } },
            Steps with { Sequence = Steps.Sequence! with { Further = [Steps.Sequence.Further[0] with { Content = new CampaignContent("", "Ngày thứ ba.") }, Steps.Sequence.Further[1]] } },
        ];
        Assert.All(sequences, other => Assert.NotEqual(Steps.Tidied().Hash(), other.Tidied().Hash()));
    }

    [Fact]
    public void A_draft_of_before_has_the_hash_of_before() =>
        Assert.DoesNotContain(new[] { "repeats", "sequence", "confirmed", "began" }, word => SomeCampaign.Written().Content.Contains($"\"{word}\"", StringComparison.Ordinal));

    [Fact]
    public void Each_step_of_a_sequence_asks_for_those_who_began_that_long_ago()
    {
        var series = Repeating(Steps);
        var at = series.NextAt!.Value;
        var steps = Enumerable.Range(0, series.Read().Steps()).Select(step => series.Occur(at, step, at).Read()).ToList();
        Assert.Equal(["Mời bà con đến tiêm phòng sởi tại trạm y tế xã.", "Ngày thứ ba", "Ngày thứ bảy"], steps.Select(draft => draft.Content.Text));
        Assert.Equal([at.AddDays(-1), at.AddDays(-4), at.AddDays(-8)], steps.Select(draft => draft.Segment!.Criteria.Began!.From));
        Assert.All(steps, (draft, step) => Assert.Equal((series.Id, step), (draft.Segment!.Criteria.Began!.SeriesId, draft.Segment.Criteria.Began.Step)));
    }

    [Fact]
    public void A_paused_series_misses_what_was_due_meanwhile_and_goes_on()
    {
        var series = Repeating(Weekly);
        Assert.True(series.Pause(null, "", SomeCampaign.Monday));
        Assert.True(series.Resume(SomeCampaign.Monday.AddDays(8)));
        Assert.Equal((CampaignStatus.Repeating, 7), (series.Status, series.NextAt!.Value.Day));
        Assert.True(series.Pause(null, "", SomeCampaign.Monday));
        Assert.True(series.Resume(SomeCampaign.Monday.AddDays(100)));
        Assert.Equal(CampaignStatus.Finished, series.Status);
    }

    private static Campaign Repeating(CampaignDraft draft)
    {
        var series = SomeCampaign.Approved(draft);
        Assert.True(series.Schedule(SomeCampaign.Monday));
        Assert.Equal(CampaignStatus.Repeating, series.Status);
        return series;
    }
}
