using Chatbot.Campaigns.Publishing;
using Chatbot.Messaging;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>An official has found out what became of a message whose end the platform never told: it arrived, or it did not. Nothing is sent again by that; what the platform tells later still counts more.</summary>
public sealed class SettleUnknown(IDbContextFactory<ChatbotDb> databases, WriteGate gate, AuditTrail trail, LiveChanges live, TimeProvider clock)
{
    /// <summary><see cref="Delivery.Reason"/> of what did not arrive.</summary>
    public const string NotArrived = nameof(NotArrived);

    /// <returns>False: not there, not the actor's, or not unknown any more.</returns>
    public Task<bool> DeliveryAsync(Guid campaignId, long deliveryId, bool hasArrived, CampaignActor actor, CancellationToken ct)
    {
        var (now, status, reason) = Said(hasArrived);
        return SettleAsync(campaignId, actor, "delivery", deliveryId.ToString(System.Globalization.CultureInfo.InvariantCulture), hasArrived, db => db.Set<Delivery>()
            .Where(d => d.Id == deliveryId && d.CampaignId == campaignId && d.Status == DeliveryStatus.Unknown)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, status).SetProperty(d => d.Reason, reason).SetProperty(d => d.SettledBy, actor.OfficialId).SetProperty(d => d.SettledAt, now)
                .SetProperty(d => d.SentAt, d => hasArrived ? d.LeftAt : d.SentAt), ct), ct);
    }

    /// <inheritdoc cref="DeliveryAsync"/>
    public Task<bool> PublicationAsync(Guid campaignId, Guid publicationId, bool hasArrived, CampaignActor actor, CancellationToken ct)
    {
        var (now, status, reason) = Said(hasArrived);
        return SettleAsync(campaignId, actor, "publication", publicationId.ToString(), hasArrived, db => db.Set<Publication>()
            .Where(p => p.Id == publicationId && p.CampaignId == campaignId && p.Status == DeliveryStatus.Unknown)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, status).SetProperty(p => p.Reason, reason).SetProperty(p => p.SettledBy, actor.OfficialId).SetProperty(p => p.SettledAt, now), ct), ct);
    }

    private (DateTimeOffset Now, DeliveryStatus Status, string? Reason) Said(bool hasArrived) =>
        (clock.GetUtcNow(), hasArrived ? DeliveryStatus.Sent : DeliveryStatus.Refused, hasArrived ? null : NotArrived);

    // Of two people who press at once one row is written, with one entry in the trail.
    private async Task<bool> SettleAsync(Guid campaignId, CampaignActor actor, string kind, string id, bool hasArrived, Func<ChatbotDb, Task<int>> settle, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var unit = await db.Set<Campaign>().Where(c => c.Id == campaignId && actor.UnitIds.Contains(c.UnitId)).Select(c => (Guid?)c.UnitId).FirstOrDefaultAsync(ct);
        if (unit is not { } unitId) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await settle(db) == 0) return false;
        await trail.AppendAsync(db, new AuditRecord($"{kind}.settled", kind, id, unitId)
        {
            Details = new Dictionary<string, object?> { ["campaign"] = campaignId, ["arrived"] = hasArrived },
        }, ct);
        await transaction.CommitAsync(ct);
        await live.TellAsync(db, [LiveChange.Campaign(campaignId)], ct);
        return true;
    }
}
