using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns;

internal static class LockedCampaign
{
    /// <summary>The campaign, tracked, for whoever changes it inside a transaction: other processes wait for its end. (On SQLite the transaction itself has the only right to write.)</summary>
    public static Task<Campaign> LockCampaignAsync(this ChatbotDb db, Guid id, CancellationToken ct)
    {
        var locked = db.Database.IsSqlite() ? db.Set<Campaign>().Where(c => c.Id == id) : db.Set<Campaign>().FromSql($"SELECT * FROM campaign WHERE id = {id} FOR UPDATE");
        return locked.AsTracking().SingleAsync(ct);
    }
}
