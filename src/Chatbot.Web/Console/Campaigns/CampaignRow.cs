using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>A campaign in the list.</summary>
public sealed class CampaignRow
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public CampaignStatus Status { get; init; }

    public required string Unit { get; init; }

    public required string Author { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was changed last comes first.</summary>
    public static IOrderedQueryable<CampaignRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var campaigns = db.Set<Campaign>().Within(scope);
        if (Enum.TryParse<CampaignStatus>(query.Filter("state"), ignoreCase: true, out var status)) campaigns = campaigns.Where(c => c.Status == status);
        if (query.Search.Length > 0) campaigns = campaigns.Where(c => c.Name.Contains(query.Search));
        var rows =
            from campaign in campaigns
            join unit in db.Set<Unit>() on campaign.UnitId equals unit.Id
            join author in db.Set<Official>() on campaign.AuthorId equals author.Id into authors
            from author in authors.DefaultIfEmpty()
            join key in db.Set<ApiKey>() on campaign.AuthorId equals key.Id into keys
            from key in keys.DefaultIfEmpty()
            select new CampaignRow
            {
                Id = campaign.Id, Name = campaign.Name, Status = campaign.Status, Unit = unit.Name, Author = author != null ? author.FullName : key != null ? key.Name : "",
                StartsAt = campaign.StartsAt, ChangedAt = campaign.ChangedAt,
            };
        return rows.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
    }
}

/// <summary>A delivery in the list behind a figure; names nobody.</summary>
public sealed class DeliveryRow
{
    public long Id { get; init; }

    public int Batch { get; init; }

    public Channel Channel { get; init; }

    public DeliveryStatus Status { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public static IOrderedQueryable<DeliveryRow> Read(ChatbotDb db, Guid campaignId, ListQuery query)
    {
        var deliveries = db.Set<Delivery>().Where(d => d.CampaignId == campaignId);
        deliveries = query.Filter("what") switch
        {
            "open" => deliveries.Where(d => d.IsOpen),
            "delivered" => deliveries.Where(d => d.DeliveredAt != null),
            "seen" => deliveries.Where(d => d.SeenAt != null),
            var what when Enum.TryParse<DeliveryStatus>(what, ignoreCase: true, out var status) => deliveries.Where(d => d.Status == status),
            _ => deliveries,
        };
        if (Enum.TryParse<Channel>(query.Filter("channel"), ignoreCase: true, out var channel)) deliveries = deliveries.Where(d => d.Channel == channel);
        if (query.Filter("reason") is { Length: > 0 } reason) deliveries = deliveries.Where(d => d.Reason == reason);
        return deliveries.Select(d => new DeliveryRow
        {
            Id = d.Id, Batch = d.Batch, Channel = d.Channel, Status = d.Status, Reason = d.Reason, LeftAt = d.LeftAt, DeliveredAt = d.DeliveredAt, SeenAt = d.SeenAt,
        }).OrderBy(r => r.Id);
    }
}

/// <summary>A segment in the list.</summary>
public sealed class SegmentRow
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public int Version { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public static IOrderedQueryable<SegmentRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var segments = db.Set<Chatbot.Campaigns.Audience.Segment>().Within(scope).Where(s => s.WithdrawnAt == null);
        if (query.Search.Length > 0) segments = segments.Where(s => s.Name.Contains(query.Search));
        var rows = from segment in segments
                   join unit in db.Set<Unit>() on segment.UnitId equals unit.Id
                   select new SegmentRow { Id = segment.Id, Name = segment.Name, Unit = unit.Name, Version = segment.Version, ChangedAt = segment.ChangedAt };
        return rows.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
    }
}
