using System.Globalization;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
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
using Chatbot.Simulator;
using Chatbot.Testing.Conversations;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>One process that sends campaigns: real database, both channels against the stand-in, no web.</summary>
internal sealed class CampaignHost : IAsyncDisposable
{
    public static readonly CampaignActor Author = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"), [Unit.RootId]);
    public static readonly CampaignActor Approver = new(Guid.Parse("00000000-0000-7000-8000-0000000000a2"), [Unit.RootId]);
    public static readonly CampaignActor Second = new(Guid.Parse("00000000-0000-7000-8000-0000000000a3"), [Unit.RootId]);

    private readonly IHost host;
    private readonly bool owns;

    private CampaignHost(IHost host, TestDatabase database, SimulatorApp simulator, bool owns) => (this.host, Database, Simulator, this.owns) = (host, database, simulator, owns);

    public TestDatabase Database { get; }

    public SimulatorApp Simulator { get; }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<CampaignHost> StartAsync(DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        var options = new SimulatorOptions { LimitsEnabled = false };
        options.Zalo.Balance = 100_000_000;
        options.Zalo.Echoes = options.Facebook.Echoes = options.Zalo.Receipts = options.Facebook.Receipts = false;
        return await StartAsync(await TestDatabase.CreateMigratedAsync(kind), await SimulatorApp.StartAsync(options, CancellationToken.None), owns: true, settings);
    }

    /// <summary>A second process over the same database and stand-in.</summary>
    public Task<CampaignHost> AnotherAsync(params (string Key, string Value)[] settings) => StartAsync(Database, Simulator, owns: false, settings);

    private static async Task<CampaignHost> StartAsync(TestDatabase database, SimulatorApp simulator, bool owns, (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        foreach (var (key, value) in SettingsOf(database, simulator).Concat(settings)) builder.Configuration[key] = value;
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddSingleton<ISecretBox, OpenSecretBox>().AddSingleton<ITurnHandler, EchoHandler>();
        builder.AddPersistence().AddOfficials().AddChannels().AddZalo().AddFacebook();
        builder.AddMessaging(works: true).AddHotline().AddCampaigns(works: true);
        var host = builder.Build();
        await host.Services.GetRequiredService<ZaloSetup>().RunAsync(CancellationToken.None);
        await host.StartAsync();
        await host.Services.GetRequiredService<AccountDirectory>().RefreshAsync(CancellationToken.None);
        return new CampaignHost(host, database, simulator, owns);
    }

    public ChannelAccount Account(Channel channel) => Get<AccountDirectory>().Of(channel)[0].Row;

    /// <summary>Citizens who wrote a moment ago, as the service and the stand-in know them.</summary>
    public async Task<List<Conversation>> CitizensAsync(Channel channel, int count, string prefix = "dan")
    {
        var account = Account(channel);
        var now = DateTimeOffset.UtcNow;
        var talks = new List<Conversation>();
        for (var i = 0; i < count; i++)
        {
            var name = $"{prefix}-{i.ToString(CultureInfo.InvariantCulture)}";
            if (channel == Channel.Zalo) await Simulator.Zalo.SaysAsync(name, "xin chào", CancellationToken.None);
            else await Simulator.Facebook.SaysAsync(name, "xin chào", CancellationToken.None);
            Chatbot.Simulator.Citizens.Conversation known = channel == Channel.Zalo ? Simulator.Zalo.Conversation(name) : Simulator.Facebook.Conversation(name);
            talks.Add(new Conversation { AccountId = account.Id, Channel = channel, CitizenId = known.CitizenId, CreatedAt = now, LastInboundAt = now, IsFollower = true });
        }
        await using var db = Database.NewContext();
        db.AddRange(talks);
        await db.SaveChangesAsync();
        return talks;
    }

    public static CampaignDraft Update(string text = "Mời bà con xem lịch tiêm phòng.") => new("Tiêm phòng", Purpose.Outreach, new CampaignContent("", text), new SendingMethods(FacebookMethod.Update, ZaloMethod.Consultation));

    /// <summary>By approved templates of the stand-in, at any time.</summary>
    public static CampaignDraft Notice() => new("Kết quả hồ sơ", Purpose.PersonalNotice, new CampaignContent("", "Hồ sơ đã có kết quả."),
        new SendingMethods(FacebookMethod.Utility, ZaloMethod.Template)
        {
            FacebookTemplate = "ho_so_co_ket_qua", ZaloTemplate = "310017", Values = [new TemplateValue("ho_ten", "Bà con"), new TemplateValue("ma_ho_so", "H1")],
        });

    public Task<Campaign> WrittenAsync(CampaignDraft draft) => WrittenAsync(draft, Unit.RootId);

    public async Task<Campaign> WrittenAsync(CampaignDraft draft, Guid unit)
    {
        var author = Author with { UnitIds = [unit] };
        var segment = await Get<KeepSegments>().SaveAsync(null, unit, "Mọi người", draft.Segment?.Criteria ?? Criteria.Everybody, author, CancellationToken.None);
        var choice = await Get<WriteCampaign>().ChooseAsync(segment!.Id, author, CancellationToken.None);
        var act = await Get<WriteCampaign>().BeginAsync(unit, draft with { Segment = draft.Methods.IsPublic ? null : choice }, author, CancellationToken.None);
        Assert.Equal(CampaignOutcome.Done, act.Outcome);
        return act.Campaign!;
    }

    public Task<Campaign> ScheduledAsync(CampaignDraft draft) => ScheduledAsync(draft, Unit.RootId);

    public async Task<Campaign> ScheduledAsync(CampaignDraft draft, Guid unit)
    {
        var (author, approver) = (Author with { UnitIds = [unit] }, Approver with { UnitIds = [unit] });
        var campaign = await DoneAsync(Get<JudgeCampaign>().SubmitAsync(Seen(await WrittenAsync(draft, unit)), author, CancellationToken.None));
        campaign = await DoneAsync(Get<JudgeCampaign>().ApproveAsync(Seen(campaign), campaign.ContentHash, approver, CancellationToken.None));
        return await DoneAsync(Get<SteerCampaign>().ScheduleAsync(Seen(campaign), author, CancellationToken.None));
    }

    public Task<Campaign> RunningAsync(CampaignDraft draft) => RunningAsync(draft, Unit.RootId);

    public async Task<Campaign> RunningAsync(CampaignDraft draft, Guid unit)
    {
        var campaign = await ScheduledAsync(draft, unit);
        await Get<StartCampaigns>().StartDueAsync(CancellationToken.None);
        return await CampaignAsync(campaign.Id);
    }

    /// <summary>A citizen's message on Zalo, as if its webhook had just been verified.</summary>
    public async Task<bool> ReceiveAsync(string citizenId, string text)
    {
        var oa = Account(Channel.Zalo).PlatformId;
        var body = $$"""{"app_id":"1","sender":{"id":"{{citizenId}}"},"recipient":{"id":"{{oa}}"},"event_name":"user_send_text","message":{"text":"{{text}}","msg_id":"{{Guid.NewGuid():N}}"},"timestamp":"{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}}"}""";
        var events = host.Services.GetServices<IChannelEvents>().Single(channel => channel.Channel == Channel.Zalo).Recognise(System.Text.Encoding.UTF8.GetBytes(body));
        return await Get<IInbox>().AcceptAsync(events!, CancellationToken.None);
    }

    public static SeenCampaign Seen(Campaign campaign) => new(campaign.Id, campaign.Revision);

    public static async Task<Campaign> DoneAsync(Task<CampaignAct> act)
    {
        var done = await act;
        Assert.True(done.Outcome == CampaignOutcome.Done, $"{done.Outcome} {string.Join(", ", done.Faults)}");
        return done.Campaign!;
    }

    public async Task<Campaign> CampaignAsync(Guid id)
    {
        await using var db = Database.NewContext();
        return await db.Set<Campaign>().SingleAsync(c => c.Id == id);
    }

    public async Task<List<Delivery>> DeliveriesAsync(Guid campaignId)
    {
        await using var db = Database.NewContext();
        return await db.Set<Delivery>().Where(d => d.CampaignId == campaignId).OrderBy(d => d.Id).ToListAsync();
    }

    public async Task<Campaign> UntilAsync(Guid id, CampaignStatus status)
    {
        try
        {
            return await UntilAsync(() => CampaignAsync(id), c => c.Status == status);
        }
        catch (TimeoutException)
        {
            var campaign = await CampaignAsync(id);
            throw new TimeoutException($"{campaign.Status} {campaign.StoppedBecause}: {await StatusesAsync(id)}");
        }
    }

    public static async Task<T> UntilAsync<T>(Func<Task<T>> read, Func<T, bool> isThere, int seconds = 30)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            var found = await read();
            if (isThere(found)) return found;
            await Task.Delay(50);
        }
        throw new TimeoutException($"Not there after {seconds} s: {await read()}");
    }

    public async Task<string> StatusesAsync(Guid id) =>
        string.Join(", ", (await DeliveriesAsync(id)).GroupBy(d => $"{d.Channel} {d.Status} {d.Reason} {d.PlatformCode}").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key.Trim()}: {g.Count()}"));

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        if (!owns) return;
        await Simulator.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static IEnumerable<(string Key, string Value)> SettingsOf(TestDatabase database, SimulatorApp simulator)
    {
        var (zalo, facebook) = (simulator.Options.Zalo, simulator.Options.Facebook);
        return
        [
            ("ConnectionStrings:Chatbot", database.ConnectionString), ("Zalo:AppId", zalo.AppId), ("Zalo:AppSecret", zalo.AppSecret), ("Zalo:OaSecretKey", zalo.OaSecretKey),
            ("Zalo:ApiBaseAddress", simulator.ZaloApiBaseAddress.ToString()), ("Zalo:OAuthBaseAddress", simulator.ZaloOAuthBaseAddress.ToString()),
            ("Zalo:Accounts:0:OaId", zalo.Accounts[0].OaId), ("Zalo:Accounts:0:AccessToken", zalo.Accounts[0].AccessToken), ("Zalo:Accounts:0:RefreshToken", zalo.Accounts[0].RefreshToken),
            ("Facebook:AppId", facebook.AppId), ("Facebook:AppSecret", facebook.AppSecret), ("Facebook:VerifyToken", facebook.VerifyToken), ("Facebook:GraphBaseAddress", simulator.GraphBaseAddress.ToString()),
            ("Facebook:Pages:0:PageId", facebook.Pages[0].PageId), ("Facebook:Pages:0:AccessToken", facebook.Pages[0].AccessToken),
            ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "00:00:00"), ("Campaigns:QuietSundays", "false"), ("Campaigns:QuietTet", "false"),
            ("Campaigns:Look", "00:00:00.100"), ("Campaigns:Lease", "00:00:02"), ("Campaigns:ZaloConsultation", "true"),
            ("Facebook:Limits:0:Since", "2026-01-01"), ("Facebook:Limits:0:OutreachPerSecond", "0"), ("Zalo:Limits:0:Since", "2026-01-01"), ("Zalo:Limits:0:AppPermitsPerMinute", "0"), ("Zalo:Limits:0:OaPermitsPerMinute", "0"),
            ("Zalo:Limits:0:BroadcastFrom", "00:00"), ("Zalo:Limits:0:BroadcastUntil", "00:00"),   // tests run at any hour
        ];
    }
}
