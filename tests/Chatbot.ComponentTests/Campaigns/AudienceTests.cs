using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Conversations;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>Who gets a campaign: the statement in the database against the same rules written in C#.</summary>
public sealed class AudienceTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    [Theory, OnSqlite, OnPostgres]
    public async Task Counting_freezing_and_the_rules_in_words_agree(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var random = new Random(5);
        var people = await PlantAsync(host, random, 300);
        for (var round = 0; round < 25; round++)
        {
            var draft = Draft(random);
            var expected = Expected(people, draft);
            var count = await host.Get<CountAudience>().CountAsync(Unit.RootId, draft, CancellationToken.None);
            Assert.Equal(expected.Count(e => e.Reason is null), count.Reached);
            Assert.Equal(Lines(expected.Select(e => (e.Citizen.Talk.Channel, e.Reason))), string.Join(", ", count.Lines.Where(l => l.Reason != LeftOutReason.OtherChannel).Select(l => $"{l.Channel} {l.Reason}: {l.Count}")));
            var frozen = await FreezeAsync(host, draft);
            Assert.Equal(
                expected.Select(e => $"{e.Citizen.Talk.Id} {e.Reason}").Order(StringComparer.Ordinal),
                frozen.Select(d => $"{d.ConversationId} {d.Reason}").Order(StringComparer.Ordinal));
            Assert.Equal(frozen.Count, frozen.Select(d => d.PersonId).Distinct().Count());
            Assert.All(frozen.GroupBy(d => d.Batch), batch => Assert.True(batch.Count() <= 500));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_citizen_on_two_channels_gets_one_message_on_the_preferred_one_and_a_refusal_counts_on_both(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        var (zalo, facebook) = (await host.CitizensAsync(Channel.Zalo, 2), await host.CitizensAsync(Channel.Facebook, 2));
        for (var i = 0; i < 2; i++) Assert.True(await host.Get<KeepCitizens>().JoinAsync(zalo[i].Id, facebook[i].Id, CampaignHost.Author, CancellationToken.None));
        await using (var db = host.Database.NewContext())
        {
            (await db.Set<Conversation>().AsTracking().SingleAsync(c => c.Id == zalo[1].Id)).OptOut(Now);
            await db.SaveChangesAsync();
        }
        var campaign = await host.RunningAsync(CampaignHost.Update() with { Preferred = Channel.Facebook });
        await host.UntilAsync(campaign.Id, CampaignStatus.Finished);
        Assert.Equal("Facebook Sent: 1, Facebook Skipped OptedOut: 1", await host.StatusesAsync(campaign.Id));
        Assert.Empty(host.Simulator.Zalo.MessagesTo("dan-0"));
        var topic = CampaignHost.Update() with { Topic = "tiem-chung" };
        Assert.Equal(1, (await host.Get<CountAudience>().CountAsync(Unit.RootId, topic, CancellationToken.None)).Reached);
        Assert.True(await host.Get<KeepCitizens>().ChooseTopicAsync(zalo[0].Id, "tiem-chung", isWanted: false, CampaignHost.Author, CancellationToken.None));
        Assert.Equal(0, (await host.Get<CountAudience>().CountAsync(Unit.RootId, topic, CancellationToken.None)).Reached);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_found_to_be_one_person_while_it_is_sent_gets_it_once(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));
        var (zalo, facebook) = (await host.CitizensAsync(Channel.Zalo, 3), await host.CitizensAsync(Channel.Facebook, 3));
        var campaign = await host.RunningAsync(CampaignHost.Update());
        Assert.Equal("Facebook Planned: 3, Zalo Planned: 3", await host.StatusesAsync(campaign.Id));
        await using (var db = host.Database.NewContext())
        {
            await db.Set<Delivery>().Where(d => d.ConversationId == facebook[1].Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Sent));
            await db.Set<Delivery>().Where(d => d.ConversationId == facebook[2].Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Refused));
        }
        for (var i = 0; i < 3; i++) Assert.True(await host.Get<KeepCitizens>().JoinAsync(zalo[i].Id, facebook[i].Id, CampaignHost.Author, CancellationToken.None));
        var of = (await host.DeliveriesAsync(campaign.Id)).ToDictionary(d => d.ConversationId!.Value, d => d.Status);
        Assert.Equal([DeliveryStatus.Planned, DeliveryStatus.Skipped], new[] { of[zalo[0].Id], of[facebook[0].Id] }.Order());
        Assert.Equal((DeliveryStatus.Skipped, DeliveryStatus.Sent), (of[zalo[1].Id], of[facebook[1].Id]));
        Assert.Equal((DeliveryStatus.Planned, DeliveryStatus.Refused), (of[zalo[2].Id], of[facebook[2].Id]));   // what was refused has not arrived
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_campaign_keeps_the_segment_that_it_chose(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind);
        await host.CitizensAsync(Channel.Zalo, 2);
        await host.CitizensAsync(Channel.Facebook, 3);
        var campaign = await host.ScheduledAsync(CampaignHost.Update() with { Segment = new SegmentChoice(Guid.Empty, 0, new Criteria { Channels = [Channel.Zalo] }) });
        var segment = campaign.Read().Segment!;
        var newer = await host.Get<KeepSegments>().SaveAsync(segment.SegmentId, Unit.RootId, "Mọi người", Criteria.Everybody, CampaignHost.Author, CancellationToken.None);
        Assert.Equal((1, 2), (segment.Version, newer!.Version));
        await host.Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
        Assert.Equal(2, (await host.DeliveriesAsync(campaign.Id)).Count);
    }

    private static async Task<List<Delivery>> FreezeAsync(CampaignHost host, CampaignDraft draft)
    {
        var campaign = new Campaign { UnitId = Unit.RootId, AuthorId = Guid.NewGuid(), CreatedAt = Now };
        campaign.Write(draft, campaign.AuthorId, Now);
        await using var db = host.Database.NewContext();
        db.Add(campaign);
        await db.SaveChangesAsync();
        await host.Get<FreezeAudience>().FreezeAsync(db, campaign, CancellationToken.None);
        return await db.Set<Delivery>().Where(d => d.CampaignId == campaign.Id).ToListAsync();
    }

    private static CampaignDraft Draft(Random random)
    {
        var criteria = new Criteria
        {
            Channels = random.Next(4) == 0 ? [Channel.Facebook] : [], Follows = Maybe(random, random.Next(2) == 0), ActiveWithinDays = Maybe(random, random.Next(1, 20)),
            AskedProcedures = random.Next(3) == 0 ? ["1.1", "1.2"] : [], AskedWithinDays = random.Next(2) == 0 ? 5 : null, Tags = random.Next(3) == 0 ? ["a", "b"] : [],
            WithoutTags = random.Next(3) == 0 ? ["c"] : [], Languages = random.Next(4) == 0 ? ["vi"] : [], Kind = random.Next(4) == 0 ? CitizenKind.Business : null,
            OptedInTo = random.Next(5) == 0 ? ["thue", "y-te"] : [],
        };
        var methods = random.Next(2) == 0 ? new SendingMethods(FacebookMethod.Update, ZaloMethod.Consultation) : new SendingMethods(FacebookMethod.Utility, random.Next(2) == 0 ? ZaloMethod.Template : null);
        return CampaignHost.Update() with
        {
            Segment = new SegmentChoice(Guid.NewGuid(), 1, criteria),
            Methods = methods,
            Purpose = Purpose.PersonalNotice,
            Preferred = random.Next(2) == 0 ? Channel.Zalo : Channel.Facebook,
            Topic = random.Next(2) == 0 ? "thue" : "",
        };
    }

    private static T? Maybe<T>(Random random, T value) where T : struct => random.Next(3) == 0 ? value : null;

    /// <summary>The rules once more, person by person.</summary>
    private static List<(Planted Citizen, LeftOutReason? Reason)> Expected(List<Planted> people, CampaignDraft draft)
    {
        var criteria = draft.Segment!.Criteria;
        return [.. people.Where(p => IsIn(p, criteria)).GroupBy(p => p.Person).Select(person => person.Select(p => (Citizen: p, Reason: Why(p, people, draft)))
            .OrderBy(e => e.Reason is null ? 0 : 1).ThenBy(e => e.Citizen.Talk.Channel == draft.Preferred ? 0 : 1).ThenByDescending(e => e.Citizen.Talk.LastInboundAt ?? DateTimeOffset.UnixEpoch).First())];
    }

    private static bool IsIn(Planted p, Criteria c) =>
        (c.Channels.Count == 0 || c.Channels.Contains(p.Talk.Channel)) && (c.Follows is null || c.Follows == p.Talk.IsFollower)
        && (c.ActiveWithinDays is null || p.Talk.LastInboundAt > Now.AddDays(-c.ActiveWithinDays.Value))
        && (c.AskedProcedures.Count == 0 || p.Asked.Any(a => c.AskedProcedures.Contains(a.Code) && (c.AskedWithinDays is null || a.DaysAgo < c.AskedWithinDays)))
        && (c.Tags.Count == 0 || c.Tags.Any(p.Tags.Contains)) && !c.WithoutTags.Any(p.Tags.Contains) && (c.Languages.Count == 0 || c.Languages.Contains(p.Language))
        && (c.Kind is null || c.Kind == p.Kind) && (c.OptedInTo.Count == 0 || p.Topics.Any(t => t.Wanted && c.OptedInTo.Contains(t.Topic)));

    private static LeftOutReason? Why(Planted p, List<Planted> all, CampaignDraft draft)
    {
        if (p.Talk.BlockedAt is not null) return LeftOutReason.Blocked;
        if (all.Any(o => o.Person == p.Person && o.Talk.OptedOutAt is not null)) return LeftOutReason.OptedOut;
        if (p.Talk.AnonymousConversationId is not null) return LeftOutReason.Anonymous;
        if (draft.Topic.Length > 0 && all.Any(o => o.Person == p.Person && o.Topics.Any(t => t.Topic == draft.Topic && !t.Wanted))) return LeftOutReason.TopicRefused;
        var (facebook, zalo, last) = (draft.Methods.Facebook, draft.Methods.Zalo, p.Talk.LastInboundAt);
        if (p.Talk.Channel == Channel.Facebook) return facebook == FacebookMethod.Update && !(last > Now.AddHours(-24)) ? LeftOutReason.OutsideWindow : null;
        if (zalo is null) return LeftOutReason.NoMethod;
        if (zalo == ZaloMethod.Consultation) return last > Now.AddHours(-48) ? null : LeftOutReason.OutsideWindow;
        return last is null && !p.Talk.IsFollower ? LeftOutReason.NoPermission : null;
    }

    private static string Lines(IEnumerable<(Channel Channel, LeftOutReason? Reason)> rows) =>
        string.Join(", ", rows.GroupBy(r => (r.Channel, Reason: r.Reason?.ToString() ?? "")).OrderBy(g => g.Key.Channel.ToString(), StringComparer.Ordinal).ThenBy(g => g.Key.Reason, StringComparer.Ordinal).Select(g => $"{g.Key.Channel} {g.Key.Reason}: {g.Count()}"));

    private static async Task<List<Planted>> PlantAsync(CampaignHost host, Random random, int count)
    {
        var people = new List<Planted>();
        await using var db = host.Database.NewContext();
        for (var i = 0; i < count; i++)
        {
            var channel = random.Next(2) == 0 ? Channel.Zalo : Channel.Facebook;
            // Half an hour away from every border, so that the test's own time does not matter.
            var talk = new Conversation
            {
                AccountId = host.Account(channel).Id, Channel = channel, CitizenId = $"c{i}", CreatedAt = Now, IsFollower = random.Next(2) == 0,
                LastInboundAt = random.Next(4) == 0 ? null : Now.AddHours(-random.Next(0, 500)).AddMinutes(-30 - (i * 0.001)),
                AnonymousConversationId = channel == Channel.Zalo && random.Next(15) == 0 ? "x" : null,
            };
            if (random.Next(8) == 0) talk.OptOut(Now);
            if (random.Next(12) == 0) db.Entry(talk).Property(c => c.BlockedAt).CurrentValue = Now;
            var joined = i > 0 && random.Next(3) == 0 && people[i - 1].Talk.Channel != channel && people.Count(p => p.Person == people[i - 1].Person) == 1 && people[i - 1].HasProfile;
            var planted = new Planted(talk, joined ? people[i - 1].Person : talk.Id, HasProfile: joined || random.Next(2) == 0)
            {
                Tags = [.. new[] { "a", "b", "c" }.Where(_ => random.Next(3) == 0)], Asked = [.. new[] { "1.1", "1.2", "1.3" }.Where(_ => random.Next(3) == 0).Select(code => (code, random.Next(0, 10) + 0.5))],
                Topics = [.. new[] { "thue", "y-te" }.Where(_ => random.Next(3) == 0).Select(topic => (topic, random.Next(2) == 0))],
            };
            if (planted.HasProfile) (planted.Language, planted.Kind) = (random.Next(2) == 0 ? "km" : "vi", random.Next(3) == 0 ? CitizenKind.Business : CitizenKind.Person);
            people.Add(planted);
            Add(db, planted);
        }
        await db.SaveChangesAsync();
        return people;
    }

    private static void Add(ChatbotDb db, Planted p)
    {
        var talk = p.Talk;
        db.Add(talk);
        if (p.HasProfile) db.Add(new CitizenProfile { Id = talk.Id, UnitId = Unit.RootId, PersonId = p.Person, Language = p.Language, Kind = p.Kind });
        db.AddRange(p.Tags.Select(tag => new CitizenTag { ConversationId = talk.Id, Tag = tag }));
        db.AddRange(p.Topics.Select(t => new TopicChoice { ConversationId = talk.Id, Topic = t.Topic, IsWanted = t.Wanted, ChosenAt = Now }));
        foreach (var (code, days) in p.Asked)
        {
            var record = new AnswerRecord { AccountId = talk.AccountId, ProcedureCode = code, AnsweredAt = Now.AddDays(-days) };
            db.Add(record);
            db.Entry(record).Property(r => r.ConversationId).CurrentValue = talk.Id;
        }
    }

    private sealed record Planted(Conversation Talk, Guid Person, bool HasProfile)
    {
        public IReadOnlyList<string> Tags { get; init; } = [];

        public IReadOnlyList<(string Code, double DaysAgo)> Asked { get; init; } = [];

        public IReadOnlyList<(string Topic, bool Wanted)> Topics { get; init; } = [];

        public string Language { get; set; } = "vi";

        public CitizenKind Kind { get; set; }
    }
}
