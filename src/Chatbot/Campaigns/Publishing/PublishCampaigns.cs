using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Campaigns.Publishing;

/// <summary>Publishes a public campaign, once an account: prepared as often as needed, marked before the one call that everybody sees, never repeated when that is uncertain.</summary>
internal sealed class PublishCampaigns(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, IEnumerable<IChannelPublisher> publishers, SendingHours hours, WorkerLease lease, LiveChanges live, KeepShortLinks links, TimeProvider clock,
    ILogger<PublishCampaigns> logger)
{
    private readonly IReadOnlyDictionary<Channel, IChannelPublisher> publishers = publishers.ToDictionary(publisher => publisher.Channel);

    public async Task PublishDueAsync(Campaign campaign, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!hours.IsOpen(now) || !IsPlatformHour(now)) return;
        await using var db = await databases.CreateDbContextAsync(ct);
        var due = await db.Set<Publication>().Where(p => p.CampaignId == campaign.Id && p.Status == DeliveryStatus.Planned && p.NotBefore <= now).ToListAsync(ct);
        foreach (var publication in due)
            if (await MoveAsync(publication, DeliveryStatus.Planned, DeliveryStatus.Claimed, ct)) await PublishAsync(db, campaign, publication, ct);
    }

    private async Task PublishAsync(ChatbotDb db, Campaign campaign, Publication publication, CancellationToken ct)
    {
        var unit = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Name).SingleAsync(ct);
        var draft = campaign.Read();
        var post = PostOf((await links.ReadAsync(campaign.Id, ct))?.In(draft, delivery: null) ?? draft, unit, DateOnly.FromDateTime(WorkingCalendar.Local(clock.GetUtcNow()).DateTime));
        var publisher = publishers[publication.Channel];
        var preparation = await publisher.PrepareAsync(publication.AccountId, post, publication.Begun, ct);
        if (preparation is not { Ready: { } ready })
        {
            await SettleAsync(publication, preparation.Failed, preparation.Begun, ct);
            return;
        }
        if (!await MoveAsync(publication, DeliveryStatus.Claimed, DeliveryStatus.Sending, ct)) return;
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
        await SettleAsync(publication, outcome, publication.Begun, CancellationToken.None);
    }

    /// <summary>Claimed once: of two processes one wins. Nothing leaves unless the campaign runs.</summary>
    private async Task<bool> MoveAsync(Publication publication, DeliveryStatus from, DeliveryStatus to, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Publication>().Where(p => p.Id == publication.Id && p.Status == from && (from == DeliveryStatus.Planned || p.LeaseOwner == lease.Id))
            .Where(p => db.Set<Campaign>().Any(c => c.Id == p.CampaignId && c.Status == CampaignStatus.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, to).SetProperty(p => p.LeaseOwner, lease.Id), ct) == 1;
    }

    /// <param name="outcome">Null: prepared, but not ready yet.</param>
    private async Task SettleAsync(Publication publication, SendOutcome? outcome, string? begun, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (status, reason, notBefore) = outcome switch
        {
            null => (DeliveryStatus.Planned, null, now + TimeSpan.FromSeconds(2)),
            SendOutcome.Sent => (DeliveryStatus.Sent, null, now),
            SendOutcome.Unknown unknown => (DeliveryStatus.Unknown, unknown.Why, now),
            SendOutcome.Throttled throttled => (DeliveryStatus.Planned, "Throttled", now + throttled.RetryAfter),
            SendOutcome.Refused refused => (DeliveryStatus.Refused, refused.Reason.ToString(), now),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        var (id, code) = ((outcome as SendOutcome.Sent)?.PlatformMessageId, (outcome as SendOutcome.Refused)?.PlatformCode);
        DateTimeOffset? publishedAt = outcome is SendOutcome.Sent ? now : null;
        using (await gate.EnterAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.Set<Publication>().Where(p => p.Id == publication.Id && p.LeaseOwner == lease.Id && (p.Status == DeliveryStatus.Claimed || p.Status == DeliveryStatus.Sending || p.Status == DeliveryStatus.Unknown))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, status).SetProperty(p => p.Reason, reason).SetProperty(p => p.NotBefore, notBefore).SetProperty(p => p.Begun, begun)
                    .SetProperty(p => p.PlatformId, id).SetProperty(p => p.PlatformCode, code).SetProperty(p => p.PublishedAt, publishedAt), ct);
            await live.TellAsync(db, [LiveChange.Campaign(publication.CampaignId)], ct);
        }
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

    // Zalo takes broadcasts from 06:00 to 21:59 (platform notes 6.4); nobody posts at night either.
    private static bool IsPlatformHour(DateTimeOffset now) => WorkingCalendar.Local(now).Hour is >= 6 and < 22;
}
