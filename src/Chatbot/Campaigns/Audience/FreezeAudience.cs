using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Audience;

/// <summary>Writes one delivery a person, in numbered batches, with one statement inside the caller's transaction. Whoever is left out has a row too, with the reason.</summary>
public sealed class FreezeAudience(LeftOut leftOut, IOptionsMonitor<CampaignOptions> options, TimeProvider clock)
{
    // A million rows: the slowest machine that we know of takes two minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>How many will be sent.</returns>
    public async Task<int> FreezeAsync(ChatbotDb db, Campaign campaign, CancellationToken ct)
    {
        var (now, draft) = (clock.GetUtcNow(), campaign.Read());
        var path = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Path).SingleAsync(ct);
        var sql = SqlText.For(db);
        var chosen = AudienceSql.Chosen(sql, draft, leftOut.Reason(sql, draft, now, campaign.Id), path, now);
        var insert = $"""
            INSERT INTO delivery (campaign_id, batch, person_id, conversation_id, account_id, channel, method, status, reason, not_before, attempts)
            {chosen}
            SELECT {sql.Value(campaign.Id)}, CAST((ROW_NUMBER() OVER (ORDER BY conversation_id) - 1) / {sql.Value(options.CurrentValue.BatchSize)} + 1 AS integer),
              person_id, conversation_id, account_id, channel, method, CASE WHEN reason IS NULL THEN 'Planned' ELSE 'Skipped' END, reason, {sql.Value(now)}, 0
            FROM chosen WHERE place = 1 ORDER BY conversation_id
            """;
        db.Database.SetCommandTimeout(Patience);
        await sql.RunAsync(db, insert, ct);
        return await db.Set<Sending.Delivery>().CountAsync(d => d.CampaignId == campaign.Id && d.Status == Sending.DeliveryStatus.Planned, ct);
    }
}
