using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Publishing;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Campaigns.Sending;

/// <summary>What running campaigns need beside the sending itself: an end, a stop by themselves, and nobody left planned behind them.</summary>
internal sealed class CampaignKeeper(IDbContextFactory<ChatbotDb> databases, WriteGate gate, CampaignCheck check, DailyQuota quota, LiveChanges live, TimeProvider clock, ILogger<CampaignKeeper> logger)
{
    private const int Slice = 20_000;

    /// <summary>Fair between offices: whoever waits longest is first.</summary>
    public async Task<List<Campaign>> RunningAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Campaign>().Where(c => c.Status == CampaignStatus.Running).OrderBy(c => c.StartedAt).ToListAsync(ct);
    }

    /// <summary>Accounts over which something of this campaign is still to be sent.</summary>
    public async Task<List<Guid>> OpenAccountsAsync(Guid campaignId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Channels.ChannelAccount>().Where(a => db.Set<Delivery>().Any(d => d.CampaignId == campaignId && d.AccountId == a.Id && d.IsOpen)).Select(a => a.Id).ToListAsync(ct);
    }

    /// <summary>Looked at whenever this process takes a campaign up: what was changed behind its approval, or is not allowed any more, is paused instead.</summary>
    public async Task<bool> MayLeaveAsync(Campaign campaign, CancellationToken ct)
    {
        if (check.MayLeave(campaign)) return true;
        await PauseAsync(campaign, StopReason.Unsound, ct);
        return false;
    }

    /// <param name="seen">As the sender knew it: what went wrong before somebody resumed it does not stop it again.</param>
    public Task PauseAsync(Campaign seen, StopReason because, CancellationToken ct) => ChangeAsync(
        seen.Id, campaign => campaign.Revision == seen.Revision && campaign.Pause(because, "", clock.GetUtcNow()), () => logger.CampaignPaused(seen.Id, because), ct);

    /// <summary>Ends a campaign of which nothing is open any more.</summary>
    public async Task FinishAsync(Guid campaignId, CancellationToken ct)
    {
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var isBusy = await db.Set<Delivery>().AnyAsync(d => d.CampaignId == campaignId && d.IsOpen, ct)
                || await db.Set<Publication>().AnyAsync(p => p.CampaignId == campaignId && (p.Status == DeliveryStatus.Planned || p.Status == DeliveryStatus.Claimed || p.Status == DeliveryStatus.Sending), ct);
            if (isBusy) return;
        }
        await ChangeAsync(campaignId, campaign => campaign.Finish(clock.GetUtcNow()), () => logger.CampaignFinished(campaignId), ct);
    }

    /// <summary>Nobody is left waiting for what was cancelled, or whose time is over.</summary>
    public async Task SkipAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var ended = await db.Set<Campaign>()
            .Where(c => (c.Status == CampaignStatus.Cancelled && c.StartedAt != null) || ((c.Status == CampaignStatus.Running || c.Status == CampaignStatus.Paused) && c.EndsAt <= now))
            .Where(c => db.Set<Delivery>().Any(d => d.CampaignId == c.Id && d.IsOpen) || db.Set<Publication>().Any(p => p.CampaignId == c.Id && p.Status == DeliveryStatus.Planned))
            .Select(c => new { c.Id, c.UnitId, c.Status, c.EndsAt }).ToListAsync(ct);
        foreach (var over in ended) await SkipAsync(over.Id, over.Status == CampaignStatus.Cancelled ? LeftOutReason.Cancelled : await WhyLateAsync(over.UnitId, over.EndsAt!.Value, ct), ct);
    }

    /// <summary>Whoever is left when the office had sent all that it may on the last day is told so.</summary>
    private async Task<LeftOutReason> WhyLateAsync(Guid unitId, DateTimeOffset endsAt, CancellationToken ct) =>
        (await quota.ReadAsync(unitId, DailyQuota.DayOf(endsAt), ct)).IsUsedUp ? LeftOutReason.DailyLimit : LeftOutReason.TooLate;

    // In slices, so that nothing else waits long.
    private async Task SkipAsync(Guid campaignId, LeftOutReason why, CancellationToken ct)
    {
        var reason = why.ToString();
        while (true)
        {
            using var pass = await gate.EnterAsync(ct);
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.Set<Publication>().Where(p => p.CampaignId == campaignId && p.Status == DeliveryStatus.Planned)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, DeliveryStatus.Skipped).SetProperty(p => p.Reason, reason), ct);
            var some = await db.Set<Delivery>().Where(d => d.CampaignId == campaignId && d.IsOpen && d.Status == DeliveryStatus.Planned).OrderBy(d => d.Id).Take(Slice).Select(d => d.Id).ToListAsync(ct);
            if (some.Count == 0) break;
            await db.Set<Delivery>().Where(d => some.Contains(d.Id) && d.Status == DeliveryStatus.Planned)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Skipped).SetProperty(d => d.Reason, reason), ct);
        }
        await using var told = await databases.CreateDbContextAsync(ct);
        await live.TellAsync(told, [LiveChange.Campaign(campaignId)], ct);
    }

    // Somebody may be acting on it just now; then it is looked at again.
    private async Task ChangeAsync(Guid campaignId, Func<Campaign, bool> change, Action done, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var campaign = await db.Set<Campaign>().AsTracking().FirstOrDefaultAsync(c => c.Id == campaignId, ct);
        if (campaign is null || !change(campaign) || !await CampaignDesk.SavedAsync(db, ct)) return;
        done();
        await live.TellAsync(db, [LiveChange.Campaign(campaignId), LiveChange.FirstPages], ct);
    }
}
