using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Reporting;

/// <summary>The final report of a campaign, counted from its rows: tomorrow's count is the same unless receipts have come since.</summary>
public sealed class ReadReport(IDbContextFactory<ChatbotDb> databases, ReadProgress progress)
{
    public async Task<CampaignReport> ReadAsync(Guid campaignId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var effects = await (from effect in db.Set<CampaignEffect>()
                             join delivery in db.Set<Delivery>() on effect.DeliveryId equals delivery.Id
                             where effect.CampaignId == campaignId
                             group effect by new { delivery.Channel, effect.Kind } into same
                             select new EffectLine(same.Key.Channel, same.Key.Kind, same.Count())).ToListAsync(ct);
        var links = await db.Set<ShortLink>().Where(link => link.CampaignId == campaignId).OrderBy(link => link.Id)
            .Select(link => new ClickLine(link.Id, link.Url, db.Set<LinkClick>().Count(click => click.LinkId == link.Id))).ToListAsync(ct);
        return new CampaignReport(await progress.ReadAsync(campaignId, ct), effects, links);
    }
}

public sealed record EffectLine(Channel Channel, EffectKind Kind, int Count);

/// <param name="Url">Where the link leads.</param>
public sealed record ClickLine(Guid LinkId, string Url, int Count);

public sealed record CampaignReport(Progress Progress, IReadOnlyList<EffectLine> Effects, IReadOnlyList<ClickLine> Clicks)
{
    /// <param name="channel">Null: all together.</param>
    public int Of(EffectKind kind, Channel? channel) => Effects.Where(line => line.Kind == kind && (channel is null || line.Channel == channel)).Sum(line => line.Count);

    /// <inheritdoc cref="Of(EffectKind, Channel?)"/>
    public int Sum(Func<ProgressLine, int> count, Channel? channel) => Progress.Lines.Where(line => channel is null || line.Channel == channel).Sum(count);
}
