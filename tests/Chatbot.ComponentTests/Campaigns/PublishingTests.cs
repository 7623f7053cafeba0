using Chatbot.Campaigns;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>What everybody sees is published once, and only while it may be.</summary>
public sealed class PublishingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_happens_while_it_is_prepared_counts_and_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));   // the host's own pump publishes nothing
        var campaign = await host.RunningAsync(CampaignHost.Update() with { Content = new CampaignContent("Lịch tiêm", "Nội dung"), Methods = new SendingMethods(FacebookMethod.PagePost, null) });
        var page = new Page();
        var publish = await PublishAsync(host, page);
        page.OnPrepare = () => PauseAsync(host, campaign.Id);
        Assert.Null(await publish.PublishDueAsync(campaign, CancellationToken.None));
        await IsAsync(host, DeliveryStatus.Planned);
        Assert.Equal(0, page.Published);
        await ResumeAsync(host, campaign.Id);
        page.OnPrepare = () => throw new InvalidOperationException("a broken answer");
        Assert.Null(await publish.PublishDueAsync(campaign, CancellationToken.None));
        await IsAsync(host, DeliveryStatus.Planned);
        page.OnPrepare = () => EndAsync(host, DateTimeOffset.UtcNow);
        await DueAsync(host);
        Assert.Null(await publish.PublishDueAsync(campaign, CancellationToken.None));
        Assert.Equal(0, page.Published);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_that_may_not_publish_pauses_it_and_it_is_published_afterwards_once(DatabaseKind kind)
    {
        await using var host = await CampaignHost.StartAsync(kind, ("Campaigns:QuietFrom", "00:00:00"), ("Campaigns:QuietUntil", "23:59:59"));
        var campaign = await host.RunningAsync(CampaignHost.Update() with { Content = new CampaignContent("Lịch tiêm", "Nội dung"), Methods = new SendingMethods(FacebookMethod.PagePost, null) });
        var page = new Page { Answer = new SendOutcome.Refused(RefusalReason.Token, 190) };
        var publish = await PublishAsync(host, page);
        Assert.Equal(StopReason.Token, await publish.PublishDueAsync(campaign, CancellationToken.None));
        await IsAsync(host, DeliveryStatus.Planned);
        page.Answer = new SendOutcome.Refused(RefusalReason.AccountRestricted, 10);
        Assert.Equal(StopReason.AccountRestricted, await publish.PublishDueAsync(campaign, CancellationToken.None));
        page.Answer = new SendOutcome.Sent("p1");
        await publish.PublishDueAsync(campaign, CancellationToken.None);
        await publish.PublishDueAsync(campaign, CancellationToken.None);
        Assert.Equal(3, page.Published);
        await IsAsync(host, DeliveryStatus.Sent);
    }

    [Theory]
    [InlineData("05:59", false), InlineData("06:00", true), InlineData("21:59", true), InlineData("22:00", false)]
    public void Zalo_takes_broadcasts_by_day(string local, bool isOpen) => Assert.Equal(isOpen, ZaloLimits.BuiltIn[0].IsBroadcastTime(TimeOnly.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>A process of its own beside the host's: both put in order what they hold themselves.</summary>
    private static async Task<PublishCampaigns> PublishAsync(CampaignHost host, Page page)
    {
        var open = new FixedOptions<CampaignOptions>(new CampaignOptions { Lease = TimeSpan.FromMinutes(10), QuietFrom = TimeOnly.MinValue, QuietUntil = TimeOnly.MinValue, QuietSundays = false, QuietTet = false });
        var lease = new WorkerLease(host.Get<IDbContextFactory<ChatbotDb>>(), host.Get<WriteGate>(), open, TimeProvider.System);
        await lease.RenewAsync(CancellationToken.None);
        return new PublishCampaigns(
            host.Get<IDbContextFactory<ChatbotDb>>(), host.Get<WriteGate>(), [page], new SendingHours(host.Get<WorkingCalendar>(), open), lease, host.Get<LiveChanges>(), host.Get<KeepShortLinks>(),
            host.Get<IOptionsMonitor<ZaloOptions>>(), TimeProvider.System, NullLogger<PublishCampaigns>.Instance);
    }

    private static async Task PauseAsync(CampaignHost host, Guid id) =>
        await CampaignHost.DoneAsync(host.Get<SteerCampaign>().PauseAsync(CampaignHost.Seen(await host.CampaignAsync(id)), "", CampaignHost.Author, CancellationToken.None));

    private static async Task ResumeAsync(CampaignHost host, Guid id)
    {
        await CampaignHost.DoneAsync(host.Get<SteerCampaign>().ResumeAsync(CampaignHost.Seen(await host.CampaignAsync(id)), CampaignHost.Author, CancellationToken.None));
        await DueAsync(host);
    }

    private static async Task EndAsync(CampaignHost host, DateTimeOffset at)
    {
        await using var db = host.Database.NewContext();
        await db.Set<Campaign>().ExecuteUpdateAsync(set => set.SetProperty(c => c.EndsAt, at));
    }

    // What was put off by seconds is due now.
    private static async Task DueAsync(CampaignHost host)
    {
        await using var db = host.Database.NewContext();
        await db.Set<Publication>().ExecuteUpdateAsync(set => set.SetProperty(p => p.NotBefore, DateTimeOffset.UtcNow.AddMinutes(-1)));
    }

    private static async Task IsAsync(CampaignHost host, DeliveryStatus status)
    {
        await using var db = host.Database.NewContext();
        Assert.Equal(status, (await db.Set<Publication>().SingleAsync()).Status);
    }

    /// <summary>A Page that does as it is told.</summary>
    private sealed class Page : IChannelPublisher
    {
        public Channel Channel => Channel.Facebook;

        public Func<Task> OnPrepare { get; set; } = () => Task.CompletedTask;

        public SendOutcome Answer { get; set; } = new SendOutcome.Sent("p");

        public int Published { get; private set; }

        public async Task<Preparation> PrepareAsync(Guid accountId, PublicPost post, string? begun, CancellationToken ct)
        {
            await OnPrepare();
            return Preparation.Done("ready");
        }

        public Task<SendOutcome> PublishAsync(Guid accountId, PublicPost post, string prepared, CancellationToken ct)
        {
            Published++;
            return Task.FromResult(Answer);
        }
    }
}
