using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Reporting;

/// <summary>Leads whoever follows a short link to its address and counts people, not the programs that fetch previews.</summary>
public sealed class FollowLink(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    private const int LongestCode = 80;

    /// <param name="text">Last part of the address.</param>
    /// <param name="counts">A person follows it now.</param>
    /// <returns>Null: no such link.</returns>
    public async Task<string?> FollowAsync(string text, bool counts, CancellationToken ct)
    {
        if (text.Length > LongestCode || ShortCode.Read(text) is not { } code) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ShortLink>().FirstOrDefaultAsync(link => link.Code == code.Link, ct) is not { } link) return null;
        var isByRecipient = link.Counting == ClickCounting.ByRecipient;
        // A number that we did not sign leads there all the same, but is nobody's click.
        if (counts && (isByRecipient ? code.IsSignedWith(link.Secret) : code.Delivery is null)) await CountAsync(db, link, isByRecipient ? code.Delivery : null, ct);
        return link.Url;
    }

    private async Task CountAsync(ChatbotDb db, ShortLink link, long? delivery, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        var sql = SqlText.For(db);
        var who = delivery is { } id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "NULL";
        await sql.RunAsync(db, $"""
            INSERT INTO link_click (link_id, campaign_id, delivery_id, clicked_at) VALUES ({sql.Value(link.Id)}, {sql.Value(link.CampaignId)}, {who}, {sql.Value(clock.GetUtcNow())})
            ON CONFLICT DO NOTHING
            """, ct);
    }
}
