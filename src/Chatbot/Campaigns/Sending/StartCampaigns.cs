using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Reporting;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>A job: starts what is due. One transaction freezes the audience and makes the campaign run; two processes at once start it once. What was due while nothing ran is
/// started late only inside its own time, otherwise cancelled and reported.</summary>
public sealed class StartCampaigns(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, CampaignCheck check, FreezeAudience freeze, KeepShortLinks links, LiveChanges live, IOptionsMonitor<CampaignOptions> options,
    TimeProvider clock, ILogger<StartCampaigns> logger)
{
    public async Task StartDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var db = await databases.CreateDbContextAsync(ct))
            due = await db.Set<Campaign>().Where(c => c.Status == CampaignStatus.Scheduled && (c.StartsAt == null || c.StartsAt <= now)).OrderBy(c => c.StartsAt).Select(c => c.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                await StartAsync(id, ct);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.CampaignStartFailed(error, id);   // the others are not held up
            }
        }
    }

    private async Task StartAsync(Guid id, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var campaign = await db.LockCampaignAsync(id, ct);
        var now = clock.GetUtcNow();
        if (campaign.Status != CampaignStatus.Scheduled || campaign.StartsAt > now) return;
        if (campaign.EndsAt <= now) Report(campaign, campaign.Cancel("", StopReason.TooLate, now), StopReason.TooLate);
        else if (!check.MayLeave(campaign)) Report(campaign, campaign.Return("", StopReason.Unsound, now), StopReason.Unsound);
        else if (campaign.IsPublic) await PublishAsync(db, campaign, now, ct);
        else await SendAsync(db, campaign, now, ct);
        if (campaign.Status == CampaignStatus.Running) links.Make(db, campaign);
        // The trail is locked last, so that nobody else waits for a large audience.
        await db.SaveChangesAsync(ct);
        await live.AnnounceAsync(db, [LiveChange.Campaign(id)], ct);
        await transaction.CommitAsync(ct);
        live.Committed([LiveChange.Campaign(id)]);
    }

    private async Task SendAsync(ChatbotDb db, Campaign campaign, DateTimeOffset now, CancellationToken ct)
    {
        var planned = await freeze.FreezeAsync(db, campaign, ct);
        var above = options.CurrentValue.SecondLookAbove;
        if (above > 0 && planned > above && campaign.AskSecondLook(planned, now))
        {
            await db.Set<Delivery>().Where(d => d.CampaignId == campaign.Id).ExecuteDeleteAsync(ct);
            logger.CampaignNotStarted(campaign.Id, "it has grown and needs a second look");
            return;
        }
        campaign.Start(now);
        logger.CampaignStarted(campaign.Id, planned);
    }

    private async Task PublishAsync(ChatbotDb db, Campaign campaign, DateTimeOffset now, CancellationToken ct)
    {
        var methods = campaign.Read().Methods;
        var path = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Path).SingleAsync(ct);
        var accounts = await db.Set<ChannelAccount>().Where(a => a.Status != AccountStatus.Disconnected && db.Set<Unit>().Any(u => u.Id == a.UnitId && u.Path.StartsWith(path))).ToListAsync(ct);
        var rows = accounts.Where(a => a.Channel == Channel.Facebook ? methods.Facebook is not null : methods.Zalo is not null)
            .Select(a => new Publication { CampaignId = campaign.Id, AccountId = a.Id, Channel = a.Channel, Status = DeliveryStatus.Planned, NotBefore = now }).ToList();
        db.AddRange(rows);
        campaign.Start(now);
        logger.CampaignStarted(campaign.Id, rows.Count);
    }

    private void Report(Campaign campaign, bool isDone, StopReason why)
    {
        if (isDone) logger.CampaignNotStarted(campaign.Id, why.ToString());
    }
}
