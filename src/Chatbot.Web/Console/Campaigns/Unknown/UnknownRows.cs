using System.Globalization;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Unknown;

/// <summary>What a campaign sent or published without ever hearing how it ended, the oldest first.</summary>
/// <param name="More">Further deliveries that are not shown here.</param>
public sealed record UnknownRows(IReadOnlyList<UnknownRow> Rows, int More)
{
    private const int Shown = 20;

    public static async Task<UnknownRows> ReadAsync(ChatbotDb db, Guid campaignId, CancellationToken ct)
    {
        var publications = await db.Set<Publication>().Where(p => p.CampaignId == campaignId && p.Status == DeliveryStatus.Unknown).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Channel }).ToListAsync(ct);
        var deliveries = db.Set<Delivery>().Where(d => d.CampaignId == campaignId && d.Status == DeliveryStatus.Unknown);
        var some = await deliveries.OrderBy(d => d.Id).Take(Shown).Select(d => new { d.Id, d.Channel, d.LeftAt }).ToListAsync(ct);
        var more = some.Count < Shown ? 0 : await deliveries.CountAsync(ct) - Shown;
        return new UnknownRows(
            [
                .. publications.Select(p => new UnknownRow("publication", p.Id.ToString(), p.Channel, null)),
                .. some.Select(d => new UnknownRow("delivery", d.Id.ToString(CultureInfo.InvariantCulture), d.Channel, d.LeftAt)),
            ], more);
    }
}

/// <param name="Kind">Field of the form: <c>delivery</c> or <c>publication</c>.</param>
/// <param name="LeftAt">Null: a publication.</param>
public sealed record UnknownRow(string Kind, string Id, Channel Channel, DateTimeOffset? LeftAt)
{
    public string Name => Kind == "delivery" ? CampaignPageTexts.UnknownDelivery(Id) : CampaignPageTexts.Publications;
}
