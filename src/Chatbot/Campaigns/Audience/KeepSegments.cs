using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Audience;

/// <summary>Saves segments; what campaigns have chosen stays as it was.</summary>
public sealed class KeepSegments(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    public const int LongestName = 200;

    /// <param name="id">Null: a new one.</param>
    /// <param name="unitId">Office of a new one.</param>
    /// <returns>Null: no name, unsound criteria, or not the actor's.</returns>
    public async Task<Segment?> SaveAsync(Guid? id, Guid unitId, string name, Criteria criteria, CampaignActor actor, CancellationToken ct)
    {
        name = Writing.CampaignContent.Tidy(name);
        if (name.Length is 0 or > LongestName || !criteria.IsSound || (criteria.Units.Count > 0 && !criteria.Units.All(actor.UnitIds.Contains))) return null;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var segment = id is { } known
            ? await db.Set<Segment>().AsTracking().FirstOrDefaultAsync(s => s.Id == known && actor.UnitIds.Contains(s.UnitId), ct)
            : actor.UnitIds.Contains(unitId) ? db.Add(new Segment { UnitId = unitId }).Entity : null;
        if (segment is null) return null;
        if (segment.Write(name, criteria, actor.OfficialId, clock.GetUtcNow()) is { } version) db.Add(version);
        return await CampaignDesk.SavedAsync(db, ct) ? segment : null;
    }

    /// <returns>False: not there, or not the actor's.</returns>
    public async Task<bool> WithdrawAsync(Guid id, CampaignActor actor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var segment = await db.Set<Segment>().AsTracking().FirstOrDefaultAsync(s => s.Id == id && actor.UnitIds.Contains(s.UnitId), ct);
        if (segment is null) return false;
        segment.Withdraw(clock.GetUtcNow());
        return await CampaignDesk.SavedAsync(db, ct);
    }
}
