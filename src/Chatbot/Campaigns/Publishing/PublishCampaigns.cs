using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Publishing;

/// <summary>Publishes a public campaign, once an account: prepared as often as needed, marked before the one call that everybody sees, never repeated when that is uncertain.</summary>
internal sealed class PublishCampaigns(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, IEnumerable<IChannelPublisher> publishers, SendingHours hours, WorkerLease lease, LiveChanges live, KeepShortLinks links,
    IOptionsMonitor<ZaloOptions> zalo, TimeProvider clock, ILogger<PublishCampaigns> logger)
{
    private static readonly TimeSpan Breather = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyDictionary<Channel, IChannelPublisher> publishers = publishers.ToDictionary(publisher => publisher.Channel);

    /// <returns>Why nothing more may be published until a person has looked; null: nothing stands in the way.</returns>
    public async Task<StopReason?> PublishDueAsync(Campaign campaign, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await RecoverAsync(db, campaign.Id, ct);
        var due = await db.Set<Publication>().Where(p => p.CampaignId == campaign.Id && p.Status == DeliveryStatus.Planned && p.NotBefore <= now).ToListAsync(ct);
        StopReason? stop = null;
        foreach (var publication in due.Where(publication => IsOpen(publication.Channel)))
            if (await MoveAsync(publication, DeliveryStatus.Planned, DeliveryStatus.Claimed, ct)) stop = await PublishAsync(db, campaign, publication, ct) ?? stop;
        return stop;
    }

    /// <summary>A process looks at a campaign once at a time: what it holds as it begins was left when the database went away. Nobody knows whether a marked one has been published.</summary>
    private async Task RecoverAsync(ChatbotDb db, Guid campaignId, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        var held = db.Set<Publication>().Where(p => p.CampaignId == campaignId && p.LeaseOwner == lease.Id);
        await held.Where(p => p.Status == DeliveryStatus.Claimed).ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, DeliveryStatus.Planned), ct);
        await held.Where(p => p.Status == DeliveryStatus.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, DeliveryStatus.Unknown).SetProperty(p => p.Reason, "the outcome could not be written"), ct);
    }

    private async Task<StopReason?> PublishAsync(ChatbotDb db, Campaign campaign, Publication publication, CancellationToken ct)
    {
        var unit = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Name).SingleAsync(ct);
        var draft = campaign.Read();
        var post = PostOf((await links.ReadAsync(campaign.Id, ct))?.In(draft, delivery: null) ?? draft, unit, DateOnly.FromDateTime(WorkingCalendar.Local(clock.GetUtcNow()).DateTime));
        var publisher = publishers[publication.Channel];
        var preparation = await PrepareAsync(publisher, publication, post, ct);
        if (preparation is not { Ready: { } ready }) return await SettleAsync(publication, preparation.Failed, preparation.Begun, ct);
        // The preparation takes time: paused, cancelled or over meanwhile, or night by now, nothing is published, and it is not left with this process.
        if (!IsOpen(publication.Channel) || !await MoveAsync(publication, DeliveryStatus.Claimed, DeliveryStatus.Sending, ct))
            return await SettleAsync(publication, outcome: null, publication.Begun, CancellationToken.None);
        SendOutcome outcome;
        try
        {
            outcome = await publisher.PublishAsync(publication.AccountId, post, ready, CancellationToken.None);
        }
        catch (Exception error)
        {
            outcome = new SendOutcome.Unknown(error.GetType().Name);
        }
        if (outcome is SendOutcome.Unknown unknown) logger.PublicationUnknown(publication.Id, publication.Channel, unknown.Why);
        return await SettleAsync(publication, outcome, publication.Begun, CancellationToken.None);
    }

    // Nobody sees anything of it: whatever goes wrong here is tried again.
    private async Task<Preparation> PrepareAsync(IChannelPublisher publisher, Publication publication, PublicPost post, CancellationToken ct)
    {
        try
        {
            return await publisher.PrepareAsync(publication.AccountId, post, publication.Begun, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            logger.PumpFailed(error);
            return new Preparation(null, publication.Begun, new SendOutcome.Throttled(Breather));
        }
    }

    /// <summary>Claimed once: of two processes one wins. Nothing leaves unless the campaign runs.</summary>
    private async Task<bool> MoveAsync(Publication publication, DeliveryStatus from, DeliveryStatus to, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        return await db.Set<Publication>().Where(p => p.Id == publication.Id && p.Status == from && (from == DeliveryStatus.Planned || p.LeaseOwner == lease.Id))
            .Where(p => db.Set<Campaign>().Any(c => c.Id == p.CampaignId && c.Status == CampaignStatus.Running && (c.EndsAt == null || c.EndsAt > now)))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, to).SetProperty(p => p.LeaseOwner, lease.Id), ct) == 1;
    }

    /// <param name="outcome">Null: prepared, but not ready yet, or not now.</param>
    private async Task<StopReason?> SettleAsync(Publication publication, SendOutcome? outcome, string? begun, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (status, reason, notBefore) = outcome switch
        {
            null => (DeliveryStatus.Planned, null, now + TimeSpan.FromSeconds(2)),
            SendOutcome.Sent => (DeliveryStatus.Sent, null, now),
            SendOutcome.Unknown unknown => (DeliveryStatus.Unknown, unknown.Why, now),
            SendOutcome.Throttled throttled => (DeliveryStatus.Planned, "Throttled", now + throttled.RetryAfter),
            SendOutcome.Refused { Reason: RefusalReason.Token or RefusalReason.AccountRestricted } waits => (DeliveryStatus.Planned, waits.Reason.ToString(), now),   // for the campaign to go on
            SendOutcome.Refused refused => (DeliveryStatus.Refused, refused.Reason.ToString(), now),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        var (id, code) = ((outcome as SendOutcome.Sent)?.PlatformMessageId, (outcome as SendOutcome.Refused)?.PlatformCode);
        DateTimeOffset? publishedAt = outcome is SendOutcome.Sent ? now : null;
        await LastingWrites.OutlastAsync(async () =>
        {
            using var pass = await gate.EnterAsync(ct);
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.Set<Publication>().Where(p => p.Id == publication.Id && p.LeaseOwner == lease.Id && (p.Status == DeliveryStatus.Claimed || p.Status == DeliveryStatus.Sending || p.Status == DeliveryStatus.Unknown))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, status).SetProperty(p => p.Reason, reason).SetProperty(p => p.NotBefore, notBefore).SetProperty(p => p.Begun, begun)
                    .SetProperty(p => p.PlatformId, id).SetProperty(p => p.PlatformCode, code).SetProperty(p => p.PublishedAt, publishedAt), ct);
            await live.TellAsync(db, [LiveChange.Campaign(publication.CampaignId)], ct);
            return true;
        }, logger.PumpFailed);
        return (outcome as SendOutcome.Refused)?.Reason switch { RefusalReason.Token => StopReason.Token, RefusalReason.AccountRestricted => StopReason.AccountRestricted, _ => null };
    }

    /// <summary>What everybody reads: public campaigns are in Vietnamese with their variants below.</summary>
    public static PublicPost PostOf(CampaignDraft draft, string unit, DateOnly day)
    {
        var texts = draft.Variants.Select(v => $"{Languages.NameOf(v.Language)}:\n{v.Content.Text}").Prepend(draft.Content.Text);
        return new PublicPost(Placeholders.Fill(draft.Content.Title, unit, day), Placeholders.Fill(string.Join("\n\n", texts), unit, day), draft.Content.PictureUrl, unit)
        {
            Links = [.. draft.Content.Links.Select(link => new Link(link.Title, link.Url))],
        };
    }

    private bool IsOpen(Channel channel)
    {
        var now = clock.GetUtcNow();
        return hours.IsOpen(now) && (channel != Channel.Zalo || ZaloLimits.InForce(zalo.CurrentValue, now).IsBroadcastTime(TimeOnly.FromDateTime(WorkingCalendar.Local(now).DateTime)));
    }
}
