using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>From the draft to the last delivery, as the database allows it.</summary>
public sealed class CampaignLifeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Written_approved_by_another_scheduled_sent_once_to_each_and_finished(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        await host.CitizensAsync(Channel.Zalo, 20);
        await host.CitizensAsync(Channel.Facebook, 20);
        var campaign = await host.RunningAsync(CampaignHost.Update());
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Facebook Sent: 20, Zalo Sent: 20", await host.StatusesAsync(campaign.Id));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(["Mời bà con xem lịch tiêm phòng."], host.Simulator.Zalo.MessagesTo($"dan-{i}").Select(m => m.Text));
            Assert.Equal(["Mời bà con xem lịch tiêm phòng."], host.Simulator.Facebook.MessagesTo($"dan-{i}").Select(m => m.Text));
        }
        await using var db = host.Database.NewContext();
        var entries = await db.Set<AuditEntry>().Where(e => e.SubjectKind == "campaign").OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["campaign.added", "campaign.changed", "campaign.changed", "campaign.changed", "campaign.changed", "campaign.changed"], entries.Select(e => e.Action));   // submitted, approved, scheduled, started, finished
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Templates_reach_whoever_is_outside_every_window(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var talks = (await host.CitizensAsync(Channel.Zalo, 5)).Concat(await host.CitizensAsync(Channel.Facebook, 5)).Select(t => t.Id).ToList();
        await using (var db = host.Database.NewContext())
            await db.Set<Chatbot.Messaging.Conversation>().Where(c => talks.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastInboundAt, DateTimeOffset.UtcNow.AddDays(-60)));
        var draft = CampaignHost.Notice();
        var campaign = await host.RunningAsync(draft with { Methods = draft.Methods with { Facebook = null } });
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Facebook Skipped NoMethod: 5, Zalo Sent: 5", await host.StatusesAsync(campaign.Id));
        var utility = draft with { Methods = draft.Methods with { Zalo = null, Values = [draft.Methods.Values[1]] } };
        campaign = await host.RunningAsync(utility);
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Facebook Sent: 5, Zalo Skipped NoMethod: 5", await host.StatusesAsync(campaign.Id));
        Assert.Equal("UTILITY", host.Simulator.Facebook.MessagesTo("dan-0").Single().Class);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_an_approval_by_anybody_who_wrote_in_it(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        await host.CitizensAsync(Channel.Facebook, 1);
        var campaign = await host.WrittenAsync(CampaignHost.Update());
        // Author, then two editors: the first editor is neither author nor last editor.
        foreach (var (editor, text) in new[] { (CampaignHost.Approver, "Một"), (CampaignHost.Second, "Hai") })
            campaign = await CampaignHost.DoneAsync(host.Get<WriteCampaign>().WriteAsync(CampaignHost.Seen(campaign), campaign.Read() with { Content = new("", text) }, editor, CancellationToken.None));
        campaign = await CampaignHost.DoneAsync(host.Get<JudgeCampaign>().SubmitAsync(CampaignHost.Seen(campaign), CampaignHost.Author, CancellationToken.None));
        foreach (var writer in new[] { CampaignHost.Author, CampaignHost.Approver, CampaignHost.Second })
        {
            Assert.Equal(CampaignOutcome.OwnWork, (await host.Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(campaign), campaign.ContentHash, writer, CancellationToken.None)).Outcome);
            await using var db = host.Database.NewContext();
            await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Campaign>().Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.ApproverId, writer.OfficialId).SetProperty(c => c.ApprovedAt, DateTimeOffset.UtcNow).SetProperty(c => c.ApprovedHash, c => c.ContentHash)));
        }
        await using (var db = host.Database.NewContext())
            await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Campaign>().Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CampaignStatus.Running)));
        var stranger = new CampaignActor(Guid.NewGuid(), CampaignHost.Author.UnitIds);
        Assert.Equal(CampaignOutcome.Done, (await host.Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(campaign), campaign.ContentHash, stranger, CancellationToken.None)).Outcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_changed_behind_the_approval_is_not_sent(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        await host.CitizensAsync(Channel.Facebook, 2);
        var campaign = await host.ScheduledAsync(CampaignHost.Update());
        await using (var db = host.Database.NewContext())
            await db.Set<Campaign>().Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, campaign.Content.Replace("xem", "kem", StringComparison.Ordinal)));
        await host.Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
        var returned = await host.CampaignAsync(campaign.Id);
        Assert.Equal((CampaignStatus.Returned, StopReason.Unsound), (returned.Status, returned.StoppedBecause));
        Assert.Empty(await host.DeliveriesAsync(campaign.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_starts_at_once_freeze_once_and_a_grown_audience_asks_for_a_second_look(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:SecondLookAbove", "3"));
        await host.CitizensAsync(Channel.Facebook, 3);
        var campaign = await host.ScheduledAsync(CampaignHost.Update());
        await host.CitizensAsync(Channel.Zalo, 2);
        await host.Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
        campaign = await host.CampaignAsync(campaign.Id);
        Assert.Equal((CampaignStatus.Submitted, true, 5), (campaign.Status, campaign.NeedsSecondLook, campaign.ExpectedRecipients));
        Assert.Empty(await host.DeliveriesAsync(campaign.Id));
        Assert.Equal(CampaignOutcome.SamePerson, (await host.Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(campaign), campaign.ContentHash, CampaignHost.Approver, CancellationToken.None)).Outcome);
        campaign = await CampaignHost.DoneAsync(host.Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(campaign), campaign.ContentHash, CampaignHost.Second, CancellationToken.None));
        campaign = await CampaignHost.DoneAsync(host.Get<SteerCampaign>().ScheduleAsync(CampaignHost.Seen(campaign), CampaignHost.Author, CancellationToken.None));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Get<StartCampaigns>().StartDueAsync(CancellationToken.None)));
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Facebook Sent: 3, Zalo Sent: 2", await host.StatusesAsync(campaign.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_acts_on_an_older_sight_or_in_another_unit_changes_nothing(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var campaign = await host.WrittenAsync(CampaignHost.Update());
        var stale = new SeenCampaign(campaign.Id, campaign.Revision - 1);
        Assert.Equal(CampaignOutcome.ChangedMeanwhile, (await host.Get<SteerCampaign>().CancelAsync(stale, "", CampaignHost.Author, CancellationToken.None)).Outcome);
        var stranger = new CampaignActor(Guid.NewGuid(), [Guid.NewGuid()]);
        Assert.Equal(CampaignOutcome.Unknown, (await host.Get<SteerCampaign>().CancelAsync(CampaignHost.Seen(campaign), "", stranger, CancellationToken.None)).Outcome);
        Assert.Equal(CampaignOutcome.Unsound, (await host.Get<JudgeCampaign>().SubmitAsync(CampaignHost.Seen(campaign), CampaignHost.Author, CancellationToken.None)).Outcome);   // nobody to send to
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_due_while_nothing_ran_is_cancelled_when_its_time_is_over(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        await host.CitizensAsync(Channel.Facebook, 1);
        var campaign = await host.ScheduledAsync(CampaignHost.Update() with { StartsAt = DateTimeOffset.UtcNow.AddHours(1), EndsAt = DateTimeOffset.UtcNow.AddHours(2) });
        await using (var db = host.Database.NewContext())
            await db.Set<Campaign>().ExecuteUpdateAsync(set => set.SetProperty(c => c.StartsAt, DateTimeOffset.UtcNow.AddHours(-2)).SetProperty(c => c.EndsAt, DateTimeOffset.UtcNow.AddHours(-1)));   // the hours have passed
        await host.Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
        campaign = await host.CampaignAsync(campaign.Id);
        Assert.Equal((CampaignStatus.Cancelled, StopReason.TooLate), (campaign.Status, campaign.StoppedBecause));
        Assert.Empty(host.Simulator.Facebook.MessagesTo("dan-0"));
    }
}
