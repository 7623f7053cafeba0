using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>How far a campaign is, counted from its rows: tomorrow the same question gives the same answer.</summary>
public sealed class ReadProgress(IDbContextFactory<ChatbotDb> databases)
{
    public async Task<Progress> ReadAsync(Guid campaignId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<Delivery>().Where(d => d.CampaignId == campaignId)
            .GroupBy(d => new { d.Channel, d.Status, Reason = d.Status == DeliveryStatus.Skipped || d.Status == DeliveryStatus.Refused ? d.Reason : null })
            .Select(g => new ProgressLine(g.Key.Channel, g.Key.Status, g.Key.Reason, g.Count(), g.Count(d => d.DeliveredAt != null), g.Count(d => d.SeenAt != null)))
            .ToListAsync(ct);
        return new Progress([.. rows.OrderBy(r => r.Channel).ThenBy(r => r.Status).ThenBy(r => r.Reason, StringComparer.Ordinal)]);
    }
}

/// <param name="Reason">Of skipped and refused; null: none.</param>
public sealed record ProgressLine(Channel Channel, DeliveryStatus Status, string? Reason, int Count, int Delivered, int Seen);

public sealed record Progress(IReadOnlyList<ProgressLine> Lines)
{
    public int Total => Lines.Sum(line => line.Count);

    public int Delivered => Lines.Sum(line => line.Delivered);

    public int Seen => Lines.Sum(line => line.Seen);

    /// <summary>Still to be sent, or on its way.</summary>
    public int Open => Of(DeliveryStatus.Planned) + Of(DeliveryStatus.Claimed) + Of(DeliveryStatus.Sending);

    public int Of(DeliveryStatus status) => Lines.Where(line => line.Status == status).Sum(line => line.Count);
}
