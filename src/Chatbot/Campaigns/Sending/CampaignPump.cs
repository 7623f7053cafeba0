using Chatbot.Campaigns.Reporting;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>Sends running campaigns in this process, a lane for each account, and writes outcomes in sets. Any number of processes share the work row by row.</summary>
internal sealed class CampaignPump(
    CampaignKeeper keeper, OutcomeSettlement settlement, WorkerLease lease, LaneServices services, Publishing.PublishCampaigns publishing, KeepShortLinks links, IDbContextFactory<ChatbotDb> databases,
    IOptionsMonitor<CampaignOptions> options, ILogger<CampaignPump> logger) : BackgroundService
{
    private readonly Dictionary<(Guid Campaign, Guid Account), RunningLane> lanes = [];
    private readonly Dictionary<(Guid Campaign, int Revision), ErrorWatch> errors = [];
    private readonly Dictionary<Guid, Task> publications = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settling = Task.Run(settlement.RunAsync, CancellationToken.None);
        using var ending = new CancellationTokenSource();
        var leasing = Task.Run(() => KeepLeaseAsync(ending.Token), CancellationToken.None);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.PumpFailed(error);
            }
            await Task.Delay(options.CurrentValue.Look, CancellationToken.None).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        // Nothing new starts; what is on its way is waited for and settled.
        foreach (var lane in lanes.Values) await EndAsync(lane);
        await Task.WhenAll(publications.Values);
        settlement.Complete();
        await settling;
        await ending.CancelAsync();
        await leasing;
        await lease.EndAsync(CancellationToken.None);
    }

    /// <summary>Beside everything else: a slow platform or a long statement must not end this process's lease.</summary>
    private async Task KeepLeaseAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await lease.RenewAsync(ct);
                await RecoverAsync(ct);
            }
            catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                logger.PumpFailed(error);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(options.CurrentValue.Lease / 4, CancellationToken.None).WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await keeper.SkipAsync(ct);
        var running = await keeper.RunningAsync(ct);
        foreach (var (key, lane) in lanes.Where(l => !running.Exists(c => c.Id == l.Key.Campaign && c.Revision == l.Value.Lane.Revision) || l.Value.Task.IsCompleted).ToList())
        {
            lanes.Remove(key);
            _ = EndAsync(lane);
        }
        foreach (var gone in errors.Keys.Where(key => !running.Exists(c => (c.Id, c.Revision) == key)).ToList()) errors.Remove(gone);
        foreach (var campaign in running) await RunAsync(campaign, ct);
    }

    private async Task RunAsync(Campaign campaign, CancellationToken ct)
    {
        if (campaign.IsPublic)
        {
            // Beside the others, as a platform may take its time; one look at a time.
            if (!publications.TryGetValue(campaign.Id, out var busy) || busy.IsCompleted) publications[campaign.Id] = PublishAsync(campaign, ct);
            return;
        }
        var accounts = await keeper.OpenAccountsAsync(campaign.Id, ct);
        if (accounts.Count == 0) await keeper.FinishAsync(campaign.Id, ct);
        var begin = accounts.FindAll(account => !lanes.ContainsKey((campaign.Id, account)));
        if (begin.Count == 0 || !await keeper.MayLeaveAsync(campaign, ct)) return;
        foreach (var account in begin) lanes[(campaign.Id, account)] = await BeginAsync(campaign, account, ct);
    }

    private async Task PublishAsync(Campaign campaign, CancellationToken ct)
    {
        try
        {
            if (!await keeper.MayLeaveAsync(campaign, ct)) return;
            if (await publishing.PublishDueAsync(campaign, ct) is { } because) await keeper.PauseAsync(campaign, because, ct);
            else await keeper.FinishAsync(campaign.Id, ct);
        }
        catch (Exception error)
        {
            logger.PumpFailed(error);
        }
    }

    private async Task<RunningLane> BeginAsync(Campaign campaign, Guid account, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var unit = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Name).SingleAsync(ct);
        var rules = options.CurrentValue;
        var key = (campaign.Id, campaign.Revision);   // what was still on its way when it was stopped does not count against the next start
        if (!errors.TryGetValue(key, out var watch)) errors[key] = watch = new ErrorWatch(rules.ErrorSample, rules.PauseAtErrors);
        var lane = new CampaignLane(campaign, await links.ReadAsync(campaign.Id, ct), unit, account, rules, services, watch, (lane, outcome) => settlement.Add(lane.CampaignId, lane.UnitId, outcome), because => Stop(campaign, because));
        var ending = new CancellationTokenSource();
        return new RunningLane(lane, Task.Run(() => lane.RunAsync(ending.Token), CancellationToken.None), ending);
    }

    // Told from within a send; the pause itself may take its time.
    private void Stop(Campaign campaign, StopReason because) => _ = Task.Run(async () =>
    {
        try
        {
            await keeper.PauseAsync(campaign, because, CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.PumpFailed(error);
        }
    });

    private static async Task EndAsync(RunningLane running)
    {
        await running.Ending.CancelAsync();
        await running.Task;
        running.Ending.Dispose();
        running.Lane.Dispose();
    }

    private async Task RecoverAsync(CancellationToken ct)
    {
        var (planned, unknown) = await lease.RecoverAsync(ct);
        if (planned + unknown > 0) logger.DeliveriesRecovered(planned, unknown);
    }

    private sealed record RunningLane(CampaignLane Lane, Task Task, CancellationTokenSource Ending);
}
