using System.Globalization;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.ComponentTests.Crash;
using Chatbot.Messaging;
using Chatbot.Simulator;
using Chatbot.Simulator.Faults;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Campaigns;

/// <param name="Twice">Citizens who got more than one message.</param>
/// <param name="Lost">Citizens with no message whose delivery is neither unknown nor refused.</param>
/// <param name="Unknown">Deliveries that the service calls unconfirmed.</param>
/// <param name="MarkedAtKills">Deliveries marked as leaving by a process when it was killed, summed over all kills.</param>
/// <param name="FaultyAnswers">Sends whose answer the stand-in broke on purpose.</param>
/// <param name="NotListed">Citizens who got a message although nothing in the ledger says sent or unknown.</param>
/// <param name="Restarts">Crashes of the database.</param>
/// <param name="Resumed">Pauses of the campaign by itself (a token, a restriction) that an official looked at and resumed.</param>
internal sealed record DrillReport(int Kills, int Restarts, int Resumed, int Recipients, int Sent, int Refused, int Unknown, int MarkedAtKills, int UnknownByFaults, int Twice, int Lost, int NotListed, int FaultyAnswers, TimeSpan Took);

/// <summary>Processes of the real service send one campaign on two channels; one of them is killed again and again.</summary>
internal sealed class CampaignDrill : IAsyncDisposable
{
    private readonly DurableDatabase durable;
    private readonly TestDatabase database;
    private readonly SimulatorApp simulator;
    private readonly ServiceProcess[] workers;
    private readonly string folder;
    private readonly Random random;
    private readonly Dictionary<Guid, string> names = [];
    private Guid campaignId;
    private int kills;
    private int marked;
    private int restarts;
    private int resumed;

    private CampaignDrill(DurableDatabase durable, SimulatorApp simulator, string folder, int seed, int perSecond, int processes)
    {
        (this.durable, database, this.simulator, this.folder, random) = (durable, durable.Database, simulator, folder, new Random(seed));
        (string, string)[] settings =
        [
            ("Roles", "web,worker"), ("Logging__LogLevel__Default", "Error"), ("Messaging__Lease", "00:00:02"), ("Campaigns__Lease", "00:00:02"), ("Campaigns__Look", "00:00:00.200"), ("Campaigns__PauseAtErrors", "1"),
            ("Campaigns__ErrorSample", "10000"), ("Campaigns__QuietFrom", "00:00:00"), ("Campaigns__QuietUntil", "00:00:00"), ("Campaigns__QuietSundays", "false"), ("Campaigns__QuietTet", "false"),
            ("Campaigns__DailyLimit", "0"), ("Campaigns__SendsInFlight", "16"), ("Campaigns__MostAttempts", "1000"), ("Channels__BreakerMinimumCalls", "10000"), ("Channels__AttemptTimeout", "00:00:02"),
            ("Facebook__Limits__0__Since", "2026-01-01"), ("Facebook__Limits__0__OutreachPerSecond", perSecond.ToString(CultureInfo.InvariantCulture)),
            ("Zalo__Limits__0__Since", "2026-01-01"), ("Zalo__Limits__0__AppPermitsPerMinute", (perSecond * 75).ToString(CultureInfo.InvariantCulture)), ("Zalo__Limits__0__OaPermitsPerMinute", "0"),
        ];
        workers = [.. Enumerable.Range(0, processes).Select(_ => ServiceProcess.For(database, simulator, folder, settings))];
    }

    /// <param name="perSecond">Messages a second on each channel: the campaign must last as long as the kills.</param>
    public static async Task<CampaignDrill> BeginAsync(DurableDatabase database, int recipients, int perSecond, int seed, int processes = 2)
    {
        var options = SimulatorOptions.HighThroughput();
        options.SendLedgerCapacity = 2_000;
        options.Zalo.Balance = 1_000_000_000;
        options.Zalo.ZbsDailyQuota = 1_000_000;
        var simulator = await SimulatorApp.StartAsync(options, CancellationToken.None);
        var drill = new CampaignDrill(database, simulator, Directory.CreateTempSubdirectory("chatbot-campaign-").FullName, seed, perSecond, processes);
        await drill.workers[0].StartAsync();
        await Task.WhenAll(drill.workers.Skip(1).Select(worker => worker.StartAsync()));
        await drill.PlanAsync(recipients);
        return drill;
    }

    /// <summary>Every process has sent some of it.</summary>
    public Task SharedAsync() => CampaignHost.UntilAsync(async () =>
    {
        await using var db = database.NewContext();
        var owners = await db.Set<Delivery>().Where(d => d.Status == DeliveryStatus.Sent).Select(d => d.LeaseOwner!).Distinct().ToListAsync();
        return workers.Count(worker => owners.Exists(owner => owner.Contains(OwnerOf(worker), StringComparison.Ordinal)));
    }, count => count == workers.Length, seconds: 120);

    /// <summary>A process hangs while it holds claimed deliveries, until the others have them; then it dies, or wakes up and goes on as if nothing had happened.</summary>
    /// <returns>How long the others took to have them.</returns>
    public async Task<TimeSpan> HangAsync(int process, bool dies)
    {
        var worker = workers[process];
        var held = 0;
        while (held == 0 && await IsRunningAsync())
        {
            await worker.FreezeAsync();
            if ((held = await HeldByAsync(worker)) > 0) break;
            await worker.ThawAsync();
            await Task.Delay(20);
        }
        Assert.True(held > 0, "it was over before this process held anything");
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        if (dies) await worker.KillAsync();
        await CampaignHost.UntilAsync(() => HeldByAsync(worker), count => count == 0, seconds: 120);
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        await using (var db = database.NewContext()) marked += await db.Set<Delivery>().CountAsync(d => d.LeaseOwner!.Contains(OwnerOf(worker)) && d.Status == DeliveryStatus.Unknown);
        if (dies) kills++;
        else await worker.ThawAsync();
        return took;
    }

    private async Task<int> HeldByAsync(ServiceProcess worker)
    {
        var owner = OwnerOf(worker);
        await using var db = database.NewContext();
        return await db.Set<Delivery>().CountAsync(d => d.IsOpen && d.LeaseOwner != null && d.LeaseOwner.Contains(owner));
    }

    private static string OwnerOf(ServiceProcess worker) => $":{worker.Id.ToString(CultureInfo.InvariantCulture)}:";

    /// <summary>The processes send while faults happen; then a random one of them dies at a random moment and is started again.</summary>
    public async Task RunUntilKilledAsync()
    {
        foreach (var worker in workers.Where(worker => !worker.IsRunning)) await worker.StartAsync();
        await ResumeAsync();
        PlanFaults();
        await Task.Delay(random.Next(50, 1_200));
        var victim = workers[random.Next(workers.Length)];
        var owner = OwnerOf(victim);
        await victim.KillAsync();
        kills++;
        await using var db = database.NewContext();
        // Unknown while it lived: the other one thought it dead, as the database was away for longer than the lease.
        marked += await db.Set<Delivery>().CountAsync(d => d.LeaseOwner!.Contains(owner) && (d.Status == DeliveryStatus.Sending || (d.Status == DeliveryStatus.Unknown && d.Reason!.Contains("stopped"))));
    }

    /// <summary>The database server dies and comes back while both processes send; the restart is a crash of the server, not a stop.</summary>
    public async Task RestartDatabaseAsync()
    {
        foreach (var worker in workers.Where(worker => !worker.IsRunning)) await worker.StartAsync();
        await Task.Delay(random.Next(50, 600));
        await durable.RestartAsync();
        restarts++;
    }

    public async Task<bool> IsRunningAsync()
    {
        await using var db = database.NewContext();
        return await db.Set<Delivery>().AnyAsync(d => d.IsOpen);
    }

    public async Task<DrillReport> FinishAsync(TimeSpan took)
    {
        simulator.Zalo.Faults.Clear();
        simulator.Facebook.Faults.Clear();
        foreach (var worker in workers.Where(worker => !worker.IsRunning)) await worker.StartAsync();
        await ResumeUntilFinishedAsync();
        await using var db = database.NewContext();
        var rows = await db.Set<Delivery>().Where(d => d.CampaignId == campaignId).ToListAsync();
        var received = rows.ToDictionary(d => d.Id, d => d.Channel == Channel.Zalo ? simulator.Zalo.Conversation(names[d.ConversationId!.Value]).ReceivedCount : simulator.Facebook.Conversation(names[d.ConversationId!.Value]).ReceivedCount);
        return new DrillReport(
            kills, restarts, resumed, rows.Count, rows.Count(d => d.Status == DeliveryStatus.Sent), rows.Count(d => d.Status == DeliveryStatus.Refused), rows.Count(d => d.Status == DeliveryStatus.Unknown), marked,
            UnknownByFaults: rows.Count(d => d.Status == DeliveryStatus.Unknown && d.Reason?.Contains("stopped", StringComparison.Ordinal) == false),
            Twice: rows.Count(d => received[d.Id] > 1),
            Lost: rows.Count(d => received[d.Id] == 0 && d.Status is not (DeliveryStatus.Unknown or DeliveryStatus.Refused)),
            NotListed: rows.Count(d => received[d.Id] > 0 && d.Status is not (DeliveryStatus.Sent or DeliveryStatus.Unknown)),
            FaultyAnswers: (int)simulator.Sends.Totals.Broken, took);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers) await worker.DisposeAsync();
        await simulator.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Answers lost after accepting, server errors, "too many", broken connections, and what pauses a campaign by itself: an expired token, a restricted account.</summary>
    private void PlanFaults()
    {
        FaultKind[] kinds =
        [
            FaultKind.ResetAfterAccepting, FaultKind.ServerError, FaultKind.RateLimited, FaultKind.ResetBeforeAccepting, FaultKind.ErrorThoughDelivered, FaultKind.HtmlBadGateway,
            FaultKind.TimeoutAfterAccepting, FaultKind.TokenExpired, FaultKind.AccountRestricted,
        ];
        var faults = random.Next(2) == 0 ? simulator.Zalo.Faults : simulator.Facebook.Faults;
        if (random.Next(3) == 0) faults.Next(kinds[random.Next(kinds.Length)], times: random.Next(1, 3));
    }

    private async Task PlanAsync(int recipients)
    {
        await using var db = database.NewContext();
        var accounts = await db.Set<ChannelAccount>().ToListAsync();
        for (var i = 0; i < recipients; i++)
        {
            var (name, channel) = ("dan-" + i.ToString(CultureInfo.InvariantCulture), i % 2 == 0 ? Channel.Zalo : Channel.Facebook);
            var id = channel == Channel.Zalo ? simulator.Zalo.Conversation(name).CitizenId : simulator.Facebook.Conversation(name).CitizenId;
            var talk = new Conversation { AccountId = accounts.Single(a => a.Channel == channel).Id, Channel = channel, CitizenId = id, CreatedAt = DateTimeOffset.UtcNow, LastInboundAt = DateTimeOffset.UtcNow, IsFollower = true };
            names[talk.Id] = name;
            db.Add(talk);
        }
        var draft = CampaignHost.Notice();
        // The Page's template has one parameter, the OA's two: what one has too many, the stand-in's Page would refuse.
        var campaign = new Campaign { UnitId = Chatbot.Officials.Unit.RootId, AuthorId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UtcNow };
        campaign.Write(draft with { Methods = draft.Methods with { FacebookTemplate = "thong_bao" }, Segment = new(Guid.NewGuid(), 1, Chatbot.Campaigns.Audience.Criteria.Everybody) }, campaign.AuthorId, DateTimeOffset.UtcNow);
        simulator.Facebook.Settings.UtilityTemplates.Add("thong_bao/vi/2");
        campaign.Submit(recipients, needsSecondLook: true, DateTimeOffset.UtcNow);
        campaign.Approve(Guid.NewGuid(), DateTimeOffset.UtcNow);
        campaign.Approve(Guid.NewGuid(), DateTimeOffset.UtcNow);
        Assert.True(campaign.Schedule(DateTimeOffset.UtcNow));
        db.Add(campaign);
        await db.SaveChangesAsync();
        campaignId = campaign.Id;
        await CampaignHost.UntilAsync(StatusAsync, status => status == CampaignStatus.Running, seconds: 60);
    }

    private async Task<CampaignStatus> StatusAsync()
    {
        await using var db = database.NewContext();
        return await db.Set<Campaign>().Where(c => c.Id == campaignId).Select(c => c.Status).SingleAsync();
    }

    /// <summary>An official sees that it has stopped by itself, and lets it go on.</summary>
    private async Task ResumeAsync()
    {
        await using var db = database.NewContext();
        var campaign = await db.Set<Campaign>().AsTracking().SingleAsync(c => c.Id == campaignId);
        if (!campaign.Resume(DateTimeOffset.UtcNow)) return;
        await db.Set<ChannelAccount>().Where(a => a.Status != AccountStatus.Active).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, AccountStatus.Active));
        try
        {
            await db.SaveChangesAsync();
            resumed++;
        }
        catch (DbUpdateConcurrencyException)
        {
            // a process has just changed it; the next look sees that
        }
    }

    private async Task ResumeUntilFinishedAsync()
    {
        for (var i = 0; i < 900 && await StatusAsync() != CampaignStatus.Finished; i++)
        {
            await ResumeAsync();
            await Task.Delay(1_000);
        }
        Assert.True(await StatusAsync() == CampaignStatus.Finished, $"{await StatusAsync()}\n{workers[0].Output}");
    }
}
