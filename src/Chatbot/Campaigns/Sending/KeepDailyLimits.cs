using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>Sets what an office may send in a day.</summary>
public sealed class KeepDailyLimits(IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    /// <param name="messages">Null: none of its own.</param>
    /// <returns>False: out of range, not the actor's office, or another was faster.</returns>
    public async Task<bool> SetAsync(Guid unitId, int? messages, CampaignActor actor, CancellationToken ct)
    {
        if (messages is < 1 or > DailyLimit.Most || !actor.UnitIds.Contains(unitId)) return false;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var limit = await db.Set<DailyLimit>().AsTracking().FirstOrDefaultAsync(l => l.UnitId == unitId, ct);
        if (messages is { } most) (limit ?? db.Add(new DailyLimit { Id = unitId, UnitId = unitId }).Entity).Messages = most;
        else if (limit is not null) db.Remove(limit);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
