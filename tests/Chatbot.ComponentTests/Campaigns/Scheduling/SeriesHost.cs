using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Chatbot.ComponentTests.Hotline;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Campaigns.Scheduling;

/// <summary>Campaigns over a real database up to the frozen audience, with a clock that the test moves; nothing is sent.</summary>
internal sealed class SeriesHost : IAsyncDisposable
{
    public static readonly CampaignActor Author = new(Guid.Parse("00000000-0000-7000-8000-0000000000b1"), [Unit.RootId]);
    public static readonly CampaignActor Approver = new(Guid.Parse("00000000-0000-7000-8000-0000000000b2"), [Unit.RootId]);

    private readonly IHost host;

    private SeriesHost(IHost host, TestDatabase database, ChannelAccount account) => (this.host, Database, Account) = (host, database, account);

    public TestDatabase Database { get; }

    public ChannelAccount Account { get; }

    public MovingClock Clock => Get<MovingClock>();

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<SeriesHost> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var account = new ChannelAccount { Channel = Channel.Zalo, PlatformId = "oa-1", CreatedAt = MovingClock.Monday };
        await using var db = database.NewContext();
        db.Add(account);
        await db.SaveChangesAsync();
        return new SeriesHost(Build(database, new MovingClock()), database, account);
    }

    /// <summary>A second process over the same database.</summary>
    public SeriesHost Another() => new(Build(Database, Clock), Database, Account);

    private static IHost Build(TestDatabase database, MovingClock clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration["Campaigns:ZaloConsultation"] = "true";
        builder.Services.AddLogging(logging => logging.ClearProviders()).AddChatbotDb(database.ConnectionString);
        builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock).AddSingleton<ISecretBox, OpenSecretBox>().AddSingleton<IChannelSender, TestChannel>().AddSingleton<IChannelEvents, TestChannel>();
        builder.Services.AddOptions<MessagingOptions>();
        builder.Services.AddOptions<FacebookOptions>();
        builder.Services.AddOptions<ZaloOptions>();
        builder.Services.AddSingleton<WakeUps>();
        builder.AddLiveChanges();
        builder.AddHotline().AddCampaigns(works: false);
        return builder.Build();
    }

    public static CampaignDraft Weekly(string words = "thứ Hai hằng tuần lúc 9 giờ") => Text() with { Repeats = RecurrenceWords.Read(words)! };

    public static CampaignDraft Text(string text = "Mời bà con xem lịch tiêm phòng.") => new("Tiêm phòng", Purpose.PersonalNotice, new CampaignContent("", text), new SendingMethods(null, ZaloMethod.Consultation));

    public async Task<Conversation> CitizenAsync(string name, DateTimeOffset? followedAt = null)
    {
        var talk = new Conversation { AccountId = Account.Id, Channel = Channel.Zalo, CitizenId = name, CreatedAt = followedAt ?? Clock.GetUtcNow(), LastInboundAt = Clock.GetUtcNow().AddDays(30) };
        if (followedAt is { } at) talk.Follow(at);
        await using var db = Database.NewContext();
        db.Add(talk);
        await db.SaveChangesAsync();
        return talk;
    }

    public async Task<Campaign> ScheduledAsync(CampaignDraft draft)
    {
        var segment = await Get<KeepSegments>().SaveAsync(null, Unit.RootId, "Mọi người", Criteria.Everybody, Author, CancellationToken.None);
        var choice = await Get<WriteCampaign>().ChooseAsync(segment!.Id, Author, CancellationToken.None);
        var act = await Get<WriteCampaign>().BeginAsync(Unit.RootId, draft with { Segment = choice }, Author, CancellationToken.None);
        var campaign = await CampaignHost.DoneAsync(Get<JudgeCampaign>().SubmitAsync(CampaignHost.Seen(act.Campaign!), Author, CancellationToken.None));
        campaign = await CampaignHost.DoneAsync(Get<JudgeCampaign>().ApproveAsync(CampaignHost.Seen(campaign), campaign.ContentHash, Approver, CancellationToken.None));
        return await CampaignHost.DoneAsync(Get<SteerCampaign>().ScheduleAsync(CampaignHost.Seen(campaign), Author, CancellationToken.None));
    }

    public void At(DateTimeOffset time) => Clock.Move(time - Clock.GetUtcNow());

    /// <summary>The two jobs, as they come round.</summary>
    public async Task JobsAsync()
    {
        await Get<StartOccurrences>().StartDueAsync(CancellationToken.None);
        await Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
    }

    public async Task<List<Campaign>> RunsAsync(Guid series)
    {
        await using var db = Database.NewContext();
        return await db.Set<Campaign>().Where(c => c.SeriesId == series).OrderBy(c => c.OccursAt).ThenBy(c => c.Step).ToListAsync();
    }

    public async Task<Campaign> CampaignAsync(Guid id)
    {
        await using var db = Database.NewContext();
        return await db.Set<Campaign>().SingleAsync(c => c.Id == id);
    }

    /// <summary>Whom this run goes to, by the names of citizens.</summary>
    public async Task<string> ReachedAsync(Guid id)
    {
        await using var db = Database.NewContext();
        var names = from delivery in db.Set<Delivery>()
                    join talk in db.Set<Conversation>() on delivery.ConversationId equals talk.Id
                    where delivery.CampaignId == id && delivery.Status != DeliveryStatus.Skipped
                    orderby talk.CitizenId
                    select talk.CitizenId;
        return string.Join(' ', await names.ToListAsync());
    }

    /// <summary>As if everything that is planned had been sent.</summary>
    public async Task SentAsync()
    {
        await using var db = Database.NewContext();
        await db.Set<Delivery>().Where(d => d.Status == DeliveryStatus.Planned).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Sent));
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Database.DisposeAsync();
    }
}
