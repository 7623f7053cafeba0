using Chatbot.Campaigns;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Writing;
using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns.Scheduling;

/// <summary>Campaigns that return: what each of their times sends, and to whom; what is late; what nobody approved.</summary>
public sealed class SeriesRunsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_time_is_a_campaign_of_its_own_with_its_own_frozen_audience_made_once_by_two_processes(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        var other = host.Another();
        await host.CitizenAsync("an");
        var series = await host.ScheduledAsync(SeriesHost.Weekly());
        Assert.Equal(CampaignStatus.Repeating, series.Status);
        await host.JobsAsync();
        Assert.Empty(await host.RunsAsync(series.Id));
        host.At(series.NextAt!.Value);
        await Task.WhenAll(host.JobsAsync(), kind == DatabaseKind.PostgreSql ? other.JobsAsync() : Task.CompletedTask);
        await host.CitizenAsync("binh");
        host.At(series.NextAt.Value.AddDays(7).AddHours(1));   // late, but inside the window
        await Task.WhenAll(host.JobsAsync(), kind == DatabaseKind.PostgreSql ? other.JobsAsync() : Task.CompletedTask);
        await host.JobsAsync();
        var runs = await host.RunsAsync(series.Id);
        Assert.Equal([CampaignStatus.Running, CampaignStatus.Running], runs.Select(run => run.Status));
        Assert.Equal(["an", "an binh"], [await host.ReachedAsync(runs[0].Id), await host.ReachedAsync(runs[1].Id)]);
        Assert.All(runs, run => Assert.True(run.IsApproved));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_due_while_nothing_ran_goes_out_only_inside_its_window_and_is_seen_otherwise(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        await host.CitizenAsync("an");
        var series = await host.ScheduledAsync(SeriesHost.Weekly("hằng ngày lúc 9 giờ"));
        host.At(series.NextAt!.Value.AddDays(3).AddHours(7));
        await host.JobsAsync();
        var runs = await host.RunsAsync(series.Id);
        Assert.Equal([CampaignStatus.Cancelled, CampaignStatus.Cancelled, CampaignStatus.Cancelled, CampaignStatus.Running], runs.Select(run => run.Status));
        Assert.All(runs.Take(3), run => Assert.Equal(StopReason.TooLate, run.StoppedBecause));
        Assert.Equal(series.NextAt.Value.AddDays(4), (await host.CampaignAsync(series.Id)).NextAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_behind_the_service_sends_nothing_and_a_series_without_approval_cannot_be_stored(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        await host.CitizenAsync("an");
        var series = await host.ScheduledAsync(SeriesHost.Weekly());
        await using var db = host.Database.NewContext();
        await db.Set<Campaign>().Where(c => c.Id == series.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, c => c.Content.Replace("09:00:00", "09:05:00")));
        host.At(series.NextAt!.Value);
        await host.JobsAsync();
        Assert.Empty(await host.RunsAsync(series.Id));
        Assert.Equal((CampaignStatus.Returned, StopReason.Unsound), ((await host.CampaignAsync(series.Id)).Status, (await host.CampaignAsync(series.Id)).StoppedBecause!.Value));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Campaign>().Where(c => c.Id == series.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CampaignStatus.Repeating)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_begins_to_follow_gets_each_step_once_on_its_day(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        var day = host.Clock.GetUtcNow().Date;
        var start = new DateTimeOffset(day, TimeSpan.Zero);                       // 7:00 in Vietnam; steps go out at 9:00
        await host.CitizenAsync("an", start.AddHours(-1));
        await host.CitizenAsync("cu", start.AddDays(-60));                        // followed long ago
        var draft = SeriesHost.Text("Chào mừng") with
        {
            Sequence = new Sequence(SequenceStart.Following, 0, new TimeOnly(9, 0)) { Further = [new SequenceStep(3, new CampaignContent("", "Ngày ba")), new SequenceStep(7, new CampaignContent("", "Ngày bảy"))] },
        };
        host.At(start);
        var series = await host.ScheduledAsync(draft);
        for (var i = 0; i < 10; i++)
        {
            host.At(start.AddDays(i).AddHours(2));
            if (i == 2) await host.CitizenAsync("binh", host.Clock.GetUtcNow().AddHours(-3));
            await host.JobsAsync();
            await host.SentAsync();
        }
        var runs = new List<string>();
        foreach (var run in await host.RunsAsync(series.Id)) runs.Add($"{(run.OccursAt!.Value - start).Days}: {run.Read().Content.Text} {await host.ReachedAsync(run.Id)}");
        Assert.Equal(["0: Chào mừng an", "2: Chào mừng binh", "3: Ngày ba an", "5: Ngày ba binh", "7: Ngày bảy an", "9: Ngày bảy binh"], runs);
        // Who goes and comes back begins nothing twice.
        await using var db = host.Database.NewContext();
        var an = await db.Set<Conversation>().AsTracking().SingleAsync(c => c.CitizenId == "an");
        an.IsFollower = false;
        an.Follow(start.AddDays(10));
        await db.SaveChangesAsync();
        for (var i = 10; i < 19; i++)
        {
            host.At(start.AddDays(i).AddHours(2));
            await host.JobsAsync();
        }
        Assert.Equal(6, (await host.RunsAsync(series.Id)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repealed_document_is_refused_until_the_writer_stands_by_it_and_an_impossible_date_too(DatabaseKind kind)
    {
        await using var host = await SeriesHost.StartAsync(kind);
        await host.CitizenAsync("an");
        var register = host.Get<LegalRegister>();
        Assert.Equal(2, await register.KeepAsync(
        [
            new LegalEntry("46/2014/NĐ-CP", LegalStatus.Repealed) { Since = new DateOnly(2024, 8, 1), ReplacedBy = "103/2024/NĐ-CP" }, new LegalEntry("103/2024/NĐ-CP", LegalStatus.InForce),
        ], CancellationToken.None));
        Assert.True(await register.KeepAsync(new LegalEntry("046/2014/nđ-cp", LegalStatus.Repealed) { ShortName = "Nghị định về tiền thuê đất" }, CancellationToken.None));   // the same one
        var draft = SeriesHost.Text("Theo Nghị định 46/2014/NĐ-CP, hạn nộp là 31/02/2027. Xem Nghị định 103/2024/NĐ-CP.");
        Assert.Equal([CampaignFault.Repealed, CampaignFault.WrongNumber], await FaultsAsync(host, draft));
        Assert.Equal([CampaignFault.WrongNumber], await FaultsAsync(host, draft with { Confirmed = ["vb:46/2014/ND-CP"] }));
        Assert.Empty(await FaultsAsync(host, draft with { Confirmed = ["vb:46/2014/ND-CP", "so:31/02/2027"] }));
        Assert.Equal([CampaignFault.Repealed], await FaultsAsync(host, SeriesHost.Text("theo nghị định về tiền thuê đất")));
        await using var db = host.Database.NewContext();
        Assert.Equal(2, await db.Set<LegalDocument>().CountAsync());
        // Repealed after it was handed in: nobody approves it any more.
        var (begun, handedIn) = await SubmitAsync(host, SeriesHost.Text("Xem Nghị định 103/2024/NĐ-CP."));
        Assert.Equal(CampaignOutcome.Done, handedIn.Outcome);
        Assert.True(await register.KeepAsync(new LegalEntry("103/2024/NĐ-CP", LegalStatus.Repealed), CancellationToken.None));
        var judged = await host.Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(handedIn.Campaign!), begun.ContentHash, SeriesHost.Approver, CancellationToken.None);
        Assert.Equal((CampaignOutcome.Unsound, CampaignFault.Repealed, CampaignStatus.Submitted), (judged.Outcome, Assert.Single(judged.Faults), (await host.CampaignAsync(begun.Id)).Status));
        Assert.Equal([CampaignFault.Times], await FaultsAsync(host, SeriesHost.Text() with { EndsAt = host.Clock.GetUtcNow().AddMinutes(-1) }));   // nobody would get it
    }

    private static async Task<IEnumerable<CampaignFault>> FaultsAsync(SeriesHost host, CampaignDraft draft) => (await SubmitAsync(host, draft)).Act.Faults;

    private static async Task<(Campaign Begun, CampaignAct Act)> SubmitAsync(SeriesHost host, CampaignDraft draft)
    {
        var segment = new SegmentChoice(Guid.NewGuid(), 1, Chatbot.Campaigns.Audience.Criteria.Everybody);
        var act = await host.Get<WriteCampaign>().BeginAsync(Unit.RootId, draft with { Segment = segment }, SeriesHost.Author, CancellationToken.None);
        return (act.Campaign!, await host.Get<JudgeCampaign>().SubmitAsync(CampaignHost.Seen(act.Campaign!), SeriesHost.Author, CancellationToken.None));
    }
}
