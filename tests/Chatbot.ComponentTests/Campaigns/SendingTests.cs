using System.Diagnostics;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Simulator.Faults;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>What happens while a campaign runs.</summary>
public sealed class SendingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_pause_takes_effect_within_two_seconds_and_resume_goes_on_exactly(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:SendsInFlight", "2"));
        await host.CitizensAsync(Channel.Zalo, 60);
        host.Simulator.Zalo.Faults.Chance(FaultKind.Latency, 1, delay: TimeSpan.FromMilliseconds(100));
        var campaign = await host.RunningAsync(CampaignHost.Update());
        await CampaignHost.UntilAsync(() => host.DeliveriesAsync(campaign.Id), all => all.Any(d => d.Status == DeliveryStatus.Sent));
        campaign = await CampaignHost.DoneAsync(host.Get<SteerCampaign>().PauseAsync(CampaignHost.Seen(campaign), "xem lại", CampaignHost.Author, CancellationToken.None));
        await Task.Delay(TimeSpan.FromSeconds(2));
        var sent = (await host.DeliveriesAsync(campaign.Id)).Count(d => d.Status == DeliveryStatus.Sent);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var paused = await host.DeliveriesAsync(campaign.Id);
        Assert.Equal(sent, paused.Count(d => d.Status == DeliveryStatus.Sent));
        Assert.Equal(60 - sent, paused.Count(d => d.Status == DeliveryStatus.Planned));
        Assert.InRange(sent, 1, 59);
        host.Simulator.Zalo.Faults.Clear();
        await CampaignHost.DoneAsync(host.Get<SteerCampaign>().ResumeAsync(CampaignHost.Seen(campaign), CampaignHost.Author, CancellationToken.None));
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        for (var i = 0; i < 60; i++) Assert.Single(host.Simulator.Zalo.MessagesTo($"dan-{i}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_counts_up_to_the_last_moment_and_a_cancelled_campaign_leaves_nobody_waiting(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:SendsInFlight", "1"));
        var talks = await host.CitizensAsync(Channel.Zalo, 30);
        host.Simulator.Zalo.Faults.Chance(FaultKind.Latency, 1, delay: TimeSpan.FromMilliseconds(150));
        var campaign = await host.RunningAsync(CampaignHost.Update());
        var last = talks[^1].Id;
        await using (var db = host.Database.NewContext())
            await db.Set<Conversation>().Where(c => c.Id == last).ExecuteUpdateAsync(set => set.SetProperty(c => c.OptedOutAt, DateTimeOffset.UtcNow));
        await CampaignHost.UntilAsync(() => host.DeliveriesAsync(campaign.Id), all => all.Count(d => d.Status == DeliveryStatus.Sent) > 3);
        await CampaignHost.DoneAsync(host.Get<SteerCampaign>().CancelAsync(CampaignHost.Seen(await host.CampaignAsync(campaign.Id)), "nhầm", CampaignHost.Author, CancellationToken.None));
        var all = await CampaignHost.UntilAsync(() => host.DeliveriesAsync(campaign.Id), all => all.All(d => !d.IsOpen));
        Assert.Equal(DeliveryStatus.Skipped, all.Single(d => d.ConversationId == last).Status);
        Assert.All(all, d => Assert.True(d.Status == DeliveryStatus.Sent || d.Reason is "Cancelled" or "OptedOut", $"{d.Status} {d.Reason}"));
        Assert.Empty(host.Simulator.Zalo.MessagesTo("dan-29"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_after_the_freezing_is_honoured(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));
        var talks = await host.CitizensAsync(Channel.Zalo, 3);
        var campaign = await host.RunningAsync(CampaignHost.Update());   // frozen, and waiting for the morning
        Assert.Equal("Zalo Planned: 3", await host.StatusesAsync(campaign.Id));
        await using (var db = host.Database.NewContext())
            await db.Set<Conversation>().Where(c => c.Id == talks[1].Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.OptedOutAt, DateTimeOffset.UtcNow));
        await using var awake = await host.AnotherAsync();
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Zalo Sent: 2, Zalo Skipped OptedOut: 1", await host.StatusesAsync(campaign.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_answer_is_unknown_never_sent_again_and_confirmed_by_the_echo(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:PauseAtErrors", "1"), ("Channels:BreakerMinimumCalls", "1000"));
        var facebook = await host.CitizensAsync(Channel.Facebook, 2);
        var zalo = await host.CitizensAsync(Channel.Zalo, 2, "ba");
        host.Simulator.Facebook.Faults.Next(FaultKind.ResetAfterAccepting, times: 2);
        host.Simulator.Zalo.Faults.Next(FaultKind.ResetAfterAccepting, times: 2);
        var campaign = await host.RunningAsync(CampaignHost.Update());
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        var unknown = await host.DeliveriesAsync(campaign.Id);
        Assert.All(unknown, d => Assert.Equal(DeliveryStatus.Unknown, d.Status));
        Assert.All(Enumerable.Range(0, 2), i => Assert.Single(host.Simulator.Facebook.MessagesTo($"dan-{i}")));
        await EchoAsync(host, new ReceiptSet([], [], [], [($"delivery:{unknown.First(d => d.ConversationId == facebook[0].Id).Id}", "m_1")], [(zalo[0].Id, "z1")]));
        var after = (await host.DeliveriesAsync(campaign.Id)).ToDictionary(d => d.ConversationId!.Value);
        Assert.Equal((DeliveryStatus.Sent, "m_1"), (after[facebook[0].Id].Status, after[facebook[0].Id].PlatformMessageId));
        Assert.Equal((DeliveryStatus.Sent, "z1"), (after[zalo[0].Id].Status, after[zalo[0].Id].PlatformMessageId));
        Assert.Equal(DeliveryStatus.Unknown, after[facebook[1].Id].Status);
        Assert.Equal(DeliveryStatus.Unknown, after[zalo[1].Id].Status);
        await EchoAsync(host, new ReceiptSet(["z1"], ["m_1"], [(facebook[0].Id, false, DateTimeOffset.UtcNow.AddMinutes(1))], [], []));
        after = (await host.DeliveriesAsync(campaign.Id)).ToDictionary(d => d.ConversationId!.Value);
        Assert.NotNull(after[zalo[0].Id].DeliveredAt);
        Assert.NotNull(after[facebook[0].Id].SeenAt);
        Assert.NotNull(after[facebook[0].Id].DeliveredAt);
        Assert.Null(after[zalo[0].Id].SeenAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Token_loss_restriction_and_many_errors_pause_by_themselves_and_nobody_is_lost(DatabaseKind kind)
    {
        foreach (var (channel, fault, because) in new[]
        {
            (Channel.Facebook, FaultKind.TokenInvalid, StopReason.Token), (Channel.Facebook, FaultKind.AccountRestricted, StopReason.AccountRestricted), (Channel.Facebook, FaultKind.CitizenBlocked, StopReason.Errors),
            (Channel.Zalo, FaultKind.AccountRestricted, StopReason.AccountRestricted),
        })
        {
            await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:ErrorSample", "5"), ("Campaigns:SendsInFlight", "4"));
            await host.CitizensAsync(channel, 40);
            var faults = channel == Channel.Zalo ? host.Simulator.Zalo.Faults : host.Simulator.Facebook.Faults;
            faults.Chance(fault, 1);
            var campaign = await host.RunningAsync(CampaignHost.Update());
            campaign = await host.UntilAsync(campaign.Id, CampaignStatus.Paused);
            Assert.Equal(because, campaign.StoppedBecause);
            faults.Clear();
            await using (var db = host.Database.NewContext()) await db.Set<ChannelAccount>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, AccountStatus.Active));
            await host.Get<AccountDirectory>().RefreshAsync(CancellationToken.None);
            await CampaignHost.DoneAsync(host.Get<SteerCampaign>().ResumeAsync(CampaignHost.Seen(campaign), CampaignHost.Author, CancellationToken.None));
            await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
            var all = await host.DeliveriesAsync(campaign.Id);
            Assert.All(all, d => Assert.True(d.Status == DeliveryStatus.Sent || (because == StopReason.Errors && d.Status == DeliveryStatus.Refused), $"{d.Status} {d.Reason}"));
            Assert.True(because == StopReason.Errors || all.TrueForAll(d => d.Status == DeliveryStatus.Sent));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_dead_process_held_is_given_back_or_unknown_after_its_lease(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));
        await host.CitizensAsync(Channel.Zalo, 4);
        var campaign = await host.RunningAsync(CampaignHost.Update());
        var ids = (await host.DeliveriesAsync(campaign.Id)).ConvertAll(d => d.Id);
        await using (var db = host.Database.NewContext())
        {
            db.Add(new CampaignWorker { Id = "dead", Until = DateTimeOffset.UtcNow.AddHours(1) });
            await db.SaveChangesAsync();
            await db.Set<Delivery>().Where(d => d.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Claimed).SetProperty(d => d.LeaseOwner, "dead"));
            await db.Set<Delivery>().Where(d => d.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Sending).SetProperty(d => d.LeaseOwner, "dead"));
        }
        Assert.Equal((0, 0), await host.Get<WorkerLease>().RecoverAsync(CancellationToken.None));   // it lives
        await using (var db = host.Database.NewContext())
            await db.Set<CampaignWorker>().Where(w => w.Id == "dead").ExecuteUpdateAsync(set => set.SetProperty(w => w.Until, DateTimeOffset.UtcNow.AddSeconds(-1)));
        var all = await CampaignHost.UntilAsync(() => host.DeliveriesAsync(campaign.Id), all => !all.Exists(d => d.LeaseOwner == "dead" && d.IsOpen));
        Assert.Equal((DeliveryStatus.Planned, DeliveryStatus.Unknown), (all[0].Status, all[1].Status));
        await using var awake = await host.AnotherAsync();
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Zalo Sent: 3, Zalo Unknown the process stopped while sending: 1", await host.StatusesAsync(campaign.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_earlier_claim_says_again_changes_nothing_of_a_later_one(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));
        await host.CitizensAsync(Channel.Zalo, 1);
        var campaign = await host.RunningAsync(CampaignHost.Update());
        var (store, outcomes) = (host.Get<DeliveryStore>(), host.Get<DeliveryOutcomes>());
        async Task<ClaimedDelivery> LeaveAsync()
        {
            var claimed = (await store.ClaimAsync(campaign.Id, campaign.Read(), host.Account(Channel.Zalo).Id, 10, CancellationToken.None)).Claimed;
            Assert.Equal(claimed.Select(d => d.Id).Order(), (await store.MarkSendingAsync(campaign.Id, "", claimed, CancellationToken.None)).Order());
            return Assert.Single(claimed);
        }
        async Task<DeliveryStatus> StatusAsync() => Assert.Single(await host.DeliveriesAsync(campaign.Id)).Status;

        var first = await LeaveAsync();
        var putOff = new DeliveryOutcome(first.Id, first.Claim, DeliveryStatus.Planned, Reason: "Throttled", NotBefore: DateTimeOffset.UtcNow.AddSeconds(-1));
        Assert.Equal(1, await outcomes.SettleAsync([putOff], CancellationToken.None));
        var second = await LeaveAsync();
        // The database crashed before it could say that it had committed, so it is told again, by which time the message is leaving a second time.
        Assert.Equal(0, await outcomes.SettleAsync([putOff], CancellationToken.None));
        Assert.Equal(DeliveryStatus.Sending, await StatusAsync());
        await outcomes.SettleAsync([new DeliveryOutcome(second.Id, second.Claim, DeliveryStatus.Planned, NotBefore: DateTimeOffset.UtcNow.AddSeconds(-1))], CancellationToken.None);
        var (third, _) = await store.ClaimAsync(campaign.Id, campaign.Read(), host.Account(Channel.Zalo).Id, 10, CancellationToken.None);
        Assert.Empty(await store.MarkSendingAsync(campaign.Id, "", [second], CancellationToken.None));
        Assert.Single(await store.MarkSendingAsync(campaign.Id, "", third, CancellationToken.None));
        Assert.Equal(1, await outcomes.SettleAsync([new DeliveryOutcome(third[0].Id, third[0].Claim, DeliveryStatus.Sent, "m")], CancellationToken.None));
        Assert.Equal(DeliveryStatus.Sent, await StatusAsync());
    }

    [Theory, OnPostgres]
    public async Task Three_processes_share_the_work_and_send_each_once(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:SendsInFlight", "4"), ("Campaigns:ClaimSize", "8"));
        await using var second = await host.AnotherAsync(("Campaigns:SendsInFlight", "4"), ("Campaigns:ClaimSize", "8"));
        await using var third = await host.AnotherAsync(("Campaigns:SendsInFlight", "4"), ("Campaigns:ClaimSize", "8"));
        host.Simulator.Zalo.Faults.Chance(FaultKind.Latency, 1, delay: TimeSpan.FromMilliseconds(20));
        await host.CitizensAsync(Channel.Zalo, 300);
        var campaign = await host.RunningAsync(CampaignHost.Update());
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Zalo Sent: 300", await host.StatusesAsync(campaign.Id));
        Assert.Equal(3, (await host.DeliveriesAsync(campaign.Id)).Select(d => d.LeaseOwner).Distinct().Count());
        for (var i = 0; i < 300; i++) Assert.Single(host.Simulator.Zalo.MessagesTo($"dan-{i}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_office_with_many_campaigns_gets_no_larger_share_of_a_scarce_rate(DatabaseKind kind)
    {
        // 96 at once, then 14.4 a second.
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:SendsInFlight", "4"), ("Zalo:Limits:0:AppPermitsPerMinute", "1200"));
        var talks = await host.CitizensAsync(Channel.Zalo, 240);
        var (many, one) = (await OfficeAsync(host, "Nhiều", talks.Take(120)), await OfficeAsync(host, "Một", talks.Skip(120)));
        var theirs = new List<Guid>();
        for (var i = 0; i < 3; i++) theirs.Add((await host.RunningAsync(CampaignHost.Update($"Tin {i}"), many)).Id);
        var ours = (await host.RunningAsync(CampaignHost.Update("Tin của xã kia"), one)).Id;
        async Task<int> SentAsync(params IEnumerable<Guid> campaigns)
        {
            await using var db = host.Database.NewContext();
            return await db.Set<Delivery>().CountAsync(d => campaigns.Contains(d.CampaignId) && d.Status == DeliveryStatus.Sent);
        }
        // From when both are at it, whoever was started first.
        var ourStart = await CampaignHost.UntilAsync(() => SentAsync(ours), sent => sent > 0, seconds: 120);
        var theirStart = await SentAsync(theirs);
        var sent = await CampaignHost.UntilAsync(() => SentAsync(ours), sent => sent >= ourStart + 50, seconds: 120) - ourStart;
        var others = await SentAsync(theirs) - theirStart;
        Assert.True(others < sent * 2, $"{others} of three campaigns, {sent} of one");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Replies_overtake_a_running_campaign(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Zalo:Limits:0:AppPermitsPerMinute", "300"));   // 24 at once, then 3.6 a second
        await host.CitizensAsync(Channel.Zalo, 200);
        var asking = (await host.CitizensAsync(Channel.Zalo, 5, "hoi")).ConvertAll(talk => talk.CitizenId);
        var campaign = await host.RunningAsync(CampaignHost.Update());
        await CampaignHost.UntilAsync(() => host.DeliveriesAsync(campaign.Id), all => all.Count(d => d.Status == DeliveryStatus.Sent) > 20);
        foreach (var citizen in asking) Assert.True(await host.ReceiveAsync(citizen, "toi hoi"));
        await CampaignHost.UntilAsync(() => Task.FromResult(Enumerable.Range(0, 5).Count(i => host.Simulator.Zalo.MessagesTo($"hoi-{i}").Any(m => m.Text == "toi hoi"))), count => count == 5, seconds: 120);
        Assert.True((await host.DeliveriesAsync(campaign.Id)).Count(d => d.IsOpen) > 50, await host.StatusesAsync(campaign.Id));   // answered long before the campaign was through
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rates_are_shared_and_the_day_has_an_end(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var buckets = host.Get<RateBuckets>();
        var rate = new SharedRate("t", Burst: 5, FlowPerSecond: 0.001);   // slower than any machine
        Assert.Equal(5, await buckets.TakeAsync([rate], 9, CancellationToken.None));
        Assert.Equal(0, await buckets.TakeAsync([rate, new SharedRate("other", 5, 0)], 9, CancellationToken.None));
        Assert.Equal(5, await buckets.TakeAsync([new SharedRate("other", 5, 0)], 9, CancellationToken.None));   // nothing was taken from it
        await buckets.GiveBackAsync([rate], 2, CancellationToken.None);
        Assert.Equal(2, await buckets.TakeAsync([rate], 2, CancellationToken.None));
        var (quick, began, taken) = (new SharedRate("quick", Burst: 5, FlowPerSecond: 20), Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2)) taken += await buckets.TakeAsync([quick], 3, CancellationToken.None);
        Assert.InRange(taken, 25, 5 + (20 * Stopwatch.GetElapsedTime(began).TotalSeconds) + 1);   // the burst, then 20 a second
        await buckets.HoldAsync(quick, TimeSpan.FromSeconds(30), CancellationToken.None);
        await Task.Delay(300);
        Assert.Equal(0, await buckets.TakeAsync([quick], 3, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_office_sends_no_more_than_its_day_and_a_citizen_gets_no_more_than_the_cap(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:DailyLimit", "7"), ("Campaigns:MostPerCitizen", "1"));
        await host.CitizensAsync(Channel.Facebook, 5);
        var first = await host.RunningAsync(CampaignHost.Update());
        await host.UntilAsync(first.Id, CampaignStatus.Finished);
        await host.CitizensAsync(Channel.Facebook, 4, "moi");
        var second = await host.RunningAsync(CampaignHost.Update("Nhắc lại lịch tiêm."));
        await CampaignHost.UntilAsync(() => host.DeliveriesAsync(second.Id), all => all.Count(d => d.Status == DeliveryStatus.Sent) == 2);
        await Task.Delay(1000);
        Assert.Equal("Facebook Planned: 2, Facebook Sent: 2, Facebook Skipped FrequencyCap: 5", await host.StatusesAsync(second.Id));   // 5 + 2 of 7 today
        // Its own end comes before the next day: whoever was left is told to have been left by the limit.
        await using (var db = host.Database.NewContext())
            await db.Set<Campaign>().Where(c => c.Id == second.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAt, DateTimeOffset.UtcNow));
        await CampaignHost.UntilAsync(() => host.DeliveriesAsync(second.Id), all => all.All(d => !d.IsOpen));
        Assert.Equal("Facebook Sent: 2, Facebook Skipped DailyLimit: 2, Facebook Skipped FrequencyCap: 5", await host.StatusesAsync(second.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_public_campaign_is_one_post_and_one_article_and_an_uncertain_one_is_not_repeated(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        await DayAsync(host);
        await host.Simulator.Zalo.FollowsAsync("dan-0", CancellationToken.None);
        var draft = CampaignHost.Update() with
        {
            Target = new BroadcastTarget { Gender = 1 },
            Content = new CampaignContent("Lịch tiêm", "Nội dung") { PictureUrl = "https://example.gov.vn/a.jpg" },
            Methods = new SendingMethods(FacebookMethod.PagePost, ZaloMethod.Broadcast),
        };
        host.Simulator.Options.Zalo.ArticleProcessing = TimeSpan.FromSeconds(1);
        var campaign = await host.RunningAsync(draft);
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        var publications = await PublicationsAsync(host, campaign.Id);
        Assert.Equal([DeliveryStatus.Sent, DeliveryStatus.Sent], publications.Select(p => p.Status));
        Assert.Single(host.Simulator.Facebook.Page(null).Wall.Posts);
        Assert.Single(host.Simulator.Zalo.Account(null).Articles.All);
        host.Simulator.Facebook.Faults.Next(FaultKind.ResetAfterAccepting, scope: FaultScope.Any);
        var again = await host.RunningAsync(draft with { Content = draft.Content with { Text = "Nội dung khác" }, Methods = new SendingMethods(FacebookMethod.PagePost, null) });
        await host.UntilAsync(again.Id, CampaignStatus.Finished);
        Assert.Equal(DeliveryStatus.Unknown, (await PublicationsAsync(host, again.Id)).Single().Status);
        Assert.Equal(2, host.Simulator.Facebook.Page(null).Wall.Posts.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_look_is_at_the_person_the_campaign_and_its_end(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));   // nobody else claims
        var (talks, others) = (await host.CitizensAsync(Channel.Zalo, 6), await host.CitizensAsync(Channel.Facebook, 3));
        for (var i = 0; i < 3; i++) await host.Get<KeepCitizens>().JoinAsync(talks[i].Id, others[i].Id, CampaignHost.Author, CancellationToken.None);
        var campaign = await host.RunningAsync(CampaignHost.Update() with { Topic = "tiem-chung" });
        var store = host.Get<DeliveryStore>();
        var (claimed, _) = await store.ClaimAsync(campaign.Id, campaign.Read(), host.Account(Channel.Zalo).Id, 10, CancellationToken.None);
        Assert.Equal(6, claimed.Count);
        await using var db = host.Database.NewContext();
        async Task ChangeAsync(Guid talk, Action<Conversation> change)
        {
            change(await db.Set<Conversation>().AsTracking().SingleAsync(c => c.Id == talk));
            await db.SaveChangesAsync();
        }
        await ChangeAsync(others[0].Id, talk => talk.OptOut(DateTimeOffset.UtcNow));   // on the other channel
        await host.Get<KeepCitizens>().ChooseTopicAsync(others[1].Id, "tiem-chung", isWanted: false, CampaignHost.Author, CancellationToken.None);
        await ChangeAsync(talks[3].Id, talk => talk.OptOut(DateTimeOffset.UtcNow));
        await db.Set<Conversation>().Where(c => c.Id == talks[4].Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.BlockedAt, DateTimeOffset.UtcNow));
        var rows = (await host.DeliveriesAsync(campaign.Id)).ToDictionary(d => d.ConversationId!.Value, d => d.Id);
        await db.Set<Campaign>().ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAt, DateTimeOffset.UtcNow));
        Assert.Empty(await store.MarkSendingAsync(campaign.Id, "tiem-chung", claimed, CancellationToken.None));
        await db.Set<Campaign>().ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAt, (DateTimeOffset?)null));
        // The keeper may have noticed the end meanwhile: planned ones are skipped, these are claimed.
        Assert.Equal(new[] { rows[talks[2].Id], rows[talks[5].Id] }.Order(), (await store.MarkSendingAsync(campaign.Id, "tiem-chung", claimed, CancellationToken.None)).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_changed_or_forbidden_while_it_waited_is_paused_and_not_sent(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));
        await host.CitizensAsync(Channel.Zalo, 2);
        var (changed, forbidden) = (await host.RunningAsync(CampaignHost.Notice()), await host.RunningAsync(CampaignHost.Update()));
        await using (var db = host.Database.NewContext())
            await db.Set<Campaign>().Where(c => c.Id == changed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, changed.Content.Replace("H1", "H2", StringComparison.Ordinal)));
        await using (var strict = await host.AnotherAsync(("Campaigns:ZaloConsultation", "false")))
        {
            foreach (var id in new[] { changed.Id, forbidden.Id }) Assert.Equal(StopReason.Unsound, (await host.UntilAsync(id, CampaignStatus.Paused)).StoppedBecause);
        }
        Assert.Equal(CampaignOutcome.WrongState, (await host.Get<SteerCampaign>().ResumeAsync(CampaignHost.Seen(await host.CampaignAsync(changed.Id)), CampaignHost.Author, CancellationToken.None)).Outcome);
        Assert.Equal("Zalo Planned: 2", await host.StatusesAsync(changed.Id));
        await using var awake = await host.AnotherAsync();
        await CampaignHost.DoneAsync(host.Get<SteerCampaign>().ResumeAsync(CampaignHost.Seen(await host.CampaignAsync(forbidden.Id)), CampaignHost.Author, CancellationToken.None));
        await host.UntilAsync(forbidden.Id, CampaignStatus.Finished);
        for (var i = 0; i < 2; i++) Assert.Single(host.Simulator.Zalo.MessagesTo($"dan-{i}"));
    }

    // The stand-in takes broadcasts by day only.
    private static async Task DayAsync(CampaignHost host)
    {
        var local = host.Simulator.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        if (local.Hour is < 6 or >= 21) await host.Simulator.AdvanceAsync(local.Date.AddDays(local.Hour < 6 ? 0 : 1).AddHours(8) - local.DateTime, CancellationToken.None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_that_was_left_when_the_database_went_away_is_taken_up_or_unknown_and_its_campaign_ends(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:Look", "00:00:30"));
        var draft = CampaignHost.Update() with { Methods = new SendingMethods(FacebookMethod.PagePost, null) };
        foreach (var (left, posts) in new[] { (DeliveryStatus.Claimed, 1), (DeliveryStatus.Sending, 1) })
        {
            var campaign = await host.RunningAsync(draft with { Content = new CampaignContent("", $"Tin {left}") });
            await using (var db = host.Database.NewContext())
                await db.Set<Publication>().Where(p => p.CampaignId == campaign.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, left).SetProperty(p => p.LeaseOwner, host.Get<WorkerLease>().Id));
            Assert.Null(await host.Get<PublishCampaigns>().PublishDueAsync(campaign, CancellationToken.None));
            Assert.Equal(left == DeliveryStatus.Claimed ? DeliveryStatus.Sent : DeliveryStatus.Unknown, (await PublicationsAsync(host, campaign.Id)).Single().Status);
            Assert.Equal(posts, host.Simulator.Facebook.Page(null).Wall.Posts.Count);
        }
    }

    private static async Task<Guid> OfficeAsync(CampaignHost host, string name, IEnumerable<Conversation> talks)
    {
        var ids = talks.Select(talk => talk.Id).ToList();
        await host.Get<ArrangeUnits>().AddAsync(Unit.RootId, name, UnitKind.Commune, new UnitScope([Unit.RootId]), CancellationToken.None);
        await using var db = host.Database.NewContext();
        var unit = await db.Set<Unit>().SingleAsync(u => u.Name == name);
        await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, unit.Id));
        return unit.Id;
    }

    private static async Task<List<Publication>> PublicationsAsync(CampaignHost host, Guid id)
    {
        await using var db = host.Database.NewContext();
        return await db.Set<Publication>().Where(p => p.CampaignId == id).ToListAsync();
    }

    private static async Task EchoAsync(CampaignHost host, ReceiptSet receipts)
    {
        await using var db = host.Database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await host.Get<ISentElsewhere>().ApplyAsync(db, receipts, DateTimeOffset.UtcNow, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
