using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>What a campaign caused, who followed its links, and whom it did not reach.</summary>
public sealed class ReportTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_citizens_did_afterwards_is_noted_once_for_the_last_campaign_before_it_and_stays_when_the_messages_go(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var talks = (await host.CitizensAsync(Channel.Zalo, 3)).Concat(await host.CitizensAsync(Channel.Facebook, 3)).ToList();
        var first = await SentAsync(host, "Một");
        var second = await SentAsync(host, "Hai");
        var (now, longAfter) = (DateTimeOffset.UtcNow.AddSeconds(5), DateTimeOffset.UtcNow.AddDays(4));
        await using (var db = host.Database.NewContext())
        {
            db.AddRange(Said(talks[0], "e1", now), Said(talks[0], "e2", now.AddSeconds(1)), Said(talks[3], "e3", now), Said(talks[1], "e4", longAfter));
            db.Add(Received(talks[2], "follow", now));
            db.AddRange(Asked(db, talks[0], Handling.Procedure, now), Asked(db, talks[0], Handling.Faq, now), Asked(db, talks[0], Handling.Smalltalk, now), Asked(db, talks[4], Handling.Clarify, now));
            db.AddRange(Case.Open(new OpenedCase(talks[5], CaseKind.Petition, CaseOrigin.Complaint, "", now)), Case.Open(new OpenedCase(talks[5], CaseKind.Question, CaseOrigin.NoAnswer, "", now)));
            (await db.Set<Conversation>().AsTracking().SingleAsync(c => c.Id == talks[1].Id)).OptOut(now);
            await db.SaveChangesAsync();
        }
        var note = host.Get<NoteEffects>();
        await note.NoteAsync(CancellationToken.None);
        await note.NoteAsync(CancellationToken.None);
        Assert.Equal("Facebook Answered: 1, Facebook Complaint: 1, Facebook Question: 1, Zalo Answered: 1, Zalo OptedOut: 1, Zalo Question: 2", await EffectsAsync(host, second.Id));
        Assert.Equal("", await EffectsAsync(host, first.Id));
        await using (var db = host.Database.NewContext())
        {
            await db.Set<InboundEvent>().ExecuteDeleteAsync();
            await db.Set<AnswerRecord>().ExecuteDeleteAsync();
        }
        Assert.Equal("Facebook Answered: 1, Facebook Complaint: 1, Facebook Question: 1, Zalo Answered: 1, Zalo OptedOut: 1, Zalo Question: 2", await EffectsAsync(host, second.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Links_are_short_and_clicks_are_people_who_are_recorded_only_where_the_campaign_says_so(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Channels:PublicAddress", "https://xa.example.gov.vn/"));
        await host.CitizensAsync(Channel.Facebook, 2);
        var follow = host.Get<FollowLink>();
        foreach (var counting in new[] { ClickCounting.Anonymous, ClickCounting.ByRecipient })
        {
            var draft = CampaignHost.Update() with { Clicks = counting, Content = new CampaignContent("", $"Xem lịch {counting}") { Links = [new CampaignLink("Lịch", "https://example.gov.vn/lich")] } };
            var campaign = await host.RunningAsync(draft);
            await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
            var codes = await CodesAsync(host, campaign.Id);
            Assert.Equal(counting == ClickCounting.ByRecipient ? 2 : 1, codes.Distinct().Count());
            Assert.Equal("https://example.gov.vn/lich", await follow.FollowAsync(codes[0], counts: false, CancellationToken.None));
            for (var i = 0; i < 3; i++) Assert.Equal("https://example.gov.vn/lich", await follow.FollowAsync(codes[0], counts: true, CancellationToken.None));
            await follow.FollowAsync(codes[0] + "x", counts: true, CancellationToken.None);
            await using var db = host.Database.NewContext();
            var clicks = await db.Set<LinkClick>().Where(c => c.CampaignId == campaign.Id).ToListAsync();
            Assert.Equal(counting == ClickCounting.ByRecipient ? 1 : 3, clicks.Count);
            Assert.All(clicks, click => Assert.Equal(counting == ClickCounting.ByRecipient, click.DeliveryId is not null));
            Assert.Equal(clicks.Count, (await host.Get<ReadReport>().ReadAsync(campaign.Id, CancellationToken.None)).Clicks.Single().Count);
        }
        Assert.Null(await follow.FollowAsync("khongcogi2", counts: true, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_draft_reaches_those_whom_the_campaign_did_not_and_nobody_whose_message_may_have_arrived(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var talks = await host.CitizensAsync(Channel.Facebook, 6);
        var campaign = await SentAsync(host, "Một");
        var rows = (await host.DeliveriesAsync(campaign.Id)).ToDictionary(d => d.ConversationId!.Value, d => d.Id);
        (DeliveryStatus Status, string? Reason, bool Seen)[] became = [(DeliveryStatus.Sent, null, true), (DeliveryStatus.Sent, null, false), (DeliveryStatus.Unknown, "lost", false), (DeliveryStatus.Refused, "CitizenUnreachable", false),
            (DeliveryStatus.Skipped, "TooLate", false), (DeliveryStatus.Skipped, "OptedOut", false)];
        await using (var db = host.Database.NewContext())
            for (var i = 0; i < became.Length; i++)
            {
                var (id, (status, reason, seen)) = (rows[talks[i].Id], became[i]);
                DateTimeOffset? at = seen ? DateTimeOffset.UtcNow : null;
                await db.Set<Delivery>().Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, status).SetProperty(d => d.Reason, reason).SetProperty(d => d.SeenAt, at));
            }
        foreach (var (whom, expected) in new[] { (FollowUp.Failed, new[] { 3, 4 }), (FollowUp.Unseen, new[] { 1 }) })
        {
            var draft = await CampaignHost.DoneAsync(host.Get<FollowUpCampaign>().BeginAsync(campaign.Id, whom, $"Gửi tiếp {whom}", CampaignHost.Author, CancellationToken.None));
            Assert.Equal(expected.Length, (await host.Get<CountAudience>().CountAsync(Unit.RootId, draft.Read(), CancellationToken.None)).Reached);
            draft = await CampaignHost.DoneAsync(host.Get<JudgeCampaign>().SubmitAsync(CampaignHost.Seen(draft), CampaignHost.Author, CancellationToken.None));
            draft = await CampaignHost.DoneAsync(host.Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(draft), draft.ContentHash, CampaignHost.Approver, CancellationToken.None));
            await CampaignHost.DoneAsync(host.Get<SteerCampaign>().ScheduleAsync(CampaignHost.Seen(draft), CampaignHost.Author, CancellationToken.None));
            await host.Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
            await host.UntilAsync(draft.Id, CampaignStatus.Finished);
            Assert.Equal(expected.Select(i => talks[i].Id).Order(), (await host.DeliveriesAsync(draft.Id)).Where(d => d.Status == DeliveryStatus.Sent).Select(d => d.ConversationId!.Value).Order());
        }
        var stranger = new CampaignActor(Guid.NewGuid(), [Guid.NewGuid()]);
        Assert.Equal(CampaignOutcome.Unknown, (await host.Get<FollowUpCampaign>().BeginAsync(campaign.Id, FollowUp.Failed, "x", stranger, CancellationToken.None)).Outcome);
    }

    private static async Task<Campaign> SentAsync(CampaignHost host, string text)
    {
        var campaign = await host.RunningAsync(CampaignHost.Update(text));
        return await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
    }

    private static async Task<string> EffectsAsync(CampaignHost host, Guid id)
    {
        var effects = (await host.Get<ReadReport>().ReadAsync(id, CancellationToken.None)).Effects;
        return string.Join(", ", effects.Select(e => $"{e.Channel} {e.Kind}: {e.Count}").Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> CodesAsync(CampaignHost host, Guid id)
    {
        await using var db = host.Database.NewContext();
        var link = await db.Set<ShortLink>().SingleAsync(l => l.CampaignId == id);
        var texts = Enumerable.Range(0, 2).SelectMany(i => host.Simulator.Facebook.MessagesTo($"dan-{i}")).Select(m => $"{m.Text} {string.Join(' ', m.Buttons)}").Where(body => body.Contains(link.Code, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, texts.Count);
        return [.. texts.Select(text => System.Text.RegularExpressions.Regex.Match(text, $"/l/({link.Code}[a-z0-9-]*)").Groups[1].Value)];
    }

    private static InboundEvent Said(Conversation talk, string key, DateTimeOffset at) => Received(talk, talk.Channel == Channel.Zalo ? "user_send_text" : "message", at, key);

    private static InboundEvent Received(Conversation talk, string what, DateTimeOffset at, string key = "f") => new()
    {
        AccountId = talk.AccountId, Channel = talk.Channel, PlatformAccountId = "x", EventKey = key, Kind = what, CitizenId = talk.CitizenId, OccurredAt = at, ReceivedAt = at, Status = EventStatus.Handled,
    };

    private static AnswerRecord Asked(ChatbotDb db, Conversation talk, Handling handling, DateTimeOffset at)
    {
        var record = new AnswerRecord { AccountId = talk.AccountId, Handling = handling, AnsweredAt = at };
        db.Entry(record).Property(r => r.ConversationId).CurrentValue = talk.Id;
        return record;
    }
}
