using System.Threading.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>Writes the outcomes of all lanes of this process, as many in one commit as have come meanwhile. A row that cannot be written stays "sending" and becomes unknown.</summary>
internal sealed class OutcomeSettlement(
    DeliveryOutcomes outcomes, DailyQuota quota, IDbContextFactory<ChatbotDb> databases, LiveChanges live, IOptionsMonitor<CampaignOptions> options, TimeProvider clock, ILogger<CampaignPump> logger)
{
    private readonly Channel<Settled> settled = Channel.CreateUnbounded<Settled>();

    public void Add(Guid campaignId, Guid unitId, DeliveryOutcome outcome) => settled.Writer.TryWrite(new Settled(campaignId, unitId, outcome));

    /// <summary>Nothing more comes.</summary>
    public void Complete() => settled.Writer.Complete();

    /// <summary>Until <see cref="Complete"/> and all is written.</summary>
    public async Task RunAsync()
    {
        var set = new List<Settled>();
        var told = new Dictionary<Guid, long>();
        while (await settled.Reader.WaitToReadAsync())
        {
            while (set.Count < options.CurrentValue.ClaimSize && settled.Reader.TryRead(out var one)) set.Add(one);
            await LastingWrites.WriteAsync([.. set.Select(one => one.Outcome)], some => outcomes.SettleAsync(some, CancellationToken.None), logger.PumpFailed);
            await GiveBackAsync(set);
            await TellAsync(set.Select(one => one.Campaign).Distinct(), told);
            set.Clear();
        }
    }

    /// <summary>What the platform put off has not been sent: it does not count against the office's day.</summary>
    private async Task GiveBackAsync(List<Settled> set)
    {
        try
        {
            foreach (var office in set.Where(one => one.Outcome is { Status: DeliveryStatus.Planned, Reason: not null }).GroupBy(one => one.Unit))
                await quota.GiveBackAsync(office.Key, quota.Today, office.Count(), CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.PumpFailed(error);   // the office sends a few less today
        }
    }

    // Pages that watch look again, at most every second.
    private async Task TellAsync(IEnumerable<Guid> campaigns, Dictionary<Guid, long> told)
    {
        var now = clock.GetTimestamp();
        var news = campaigns.Where(id => !told.TryGetValue(id, out var last) || clock.GetElapsedTime(last, now) > TimeSpan.FromSeconds(1)).ToList();
        if (news.Count == 0) return;
        foreach (var id in news) told[id] = now;
        try
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            await live.TellAsync(db, [.. news.Select(LiveChange.Campaign)], CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.PumpFailed(error);
        }
    }

    private sealed record Settled(Guid Campaign, Guid Unit, DeliveryOutcome Outcome);
}
