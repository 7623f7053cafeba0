using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <summary>What a recipient did afterwards; names nobody.</summary>
public sealed class EffectRow
{
    public long Id { get; init; }

    public long DeliveryId { get; init; }

    public Channel Channel { get; init; }

    public EffectKind Kind { get; init; }

    public DateTimeOffset HappenedAt { get; init; }

    /// <summary>Id of the case or answer; empty: none.</summary>
    public required string Subject { get; init; }

    public static IOrderedQueryable<EffectRow> Read(ChatbotDb db, Guid campaignId, ListQuery query)
    {
        var rows = from effect in db.Set<CampaignEffect>()
                   join delivery in db.Set<Delivery>() on effect.DeliveryId equals delivery.Id
                   where effect.CampaignId == campaignId
                   select new EffectRow { Id = effect.Id, DeliveryId = delivery.Id, Channel = delivery.Channel, Kind = effect.Kind, HappenedAt = effect.HappenedAt, Subject = effect.Subject };
        if (Enum.TryParse<EffectKind>(query.Filter("kind"), ignoreCase: true, out var kind)) rows = rows.Where(r => r.Kind == kind);
        if (Enum.TryParse<Channel>(query.Filter("channel"), ignoreCase: true, out var channel)) rows = rows.Where(r => r.Channel == channel);
        return rows.OrderBy(r => r.HappenedAt).ThenBy(r => r.Id);
    }
}

/// <summary>A click; of whom only where the campaign says so, and then by the number of the delivery.</summary>
public sealed class ClickRow
{
    public long Id { get; init; }

    public required string Url { get; init; }

    /// <summary>Null: nobody is recorded.</summary>
    public long? DeliveryId { get; init; }

    public DateTimeOffset ClickedAt { get; init; }

    public static IOrderedQueryable<ClickRow> Read(ChatbotDb db, Guid campaignId, ListQuery query)
    {
        var clicks = db.Set<LinkClick>().Where(c => c.CampaignId == campaignId);
        if (Guid.TryParse(query.Filter("link"), out var one)) clicks = clicks.Where(c => c.LinkId == one);
        return clicks.Join(db.Set<ShortLink>(), c => c.LinkId, l => l.Id, (c, l) => new ClickRow { Id = c.Id, Url = l.Url, DeliveryId = c.DeliveryId, ClickedAt = c.ClickedAt })
            .OrderBy(r => r.Id);
    }
}
