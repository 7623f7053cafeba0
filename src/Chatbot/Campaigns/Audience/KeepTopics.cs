using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Audience;

/// <summary>Topics of an office.</summary>
public sealed class KeepTopics(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    /// <summary>A code that is there already gets the name, and is offered again.</summary>
    /// <returns>False: no code or name, not the actor's office, or another was faster.</returns>
    public async Task<bool> SaveAsync(Guid unitId, string code, string name, CampaignActor actor, CancellationToken ct)
    {
        (code, name) = (code.Trim(), Writing.CampaignContent.Tidy(name));
        if (!OutreachTopic.IsCode(code) || name.Length is 0 or > OutreachTopic.LongestName || !actor.UnitIds.Contains(unitId)) return false;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var topic = await db.Set<OutreachTopic>().AsTracking().FirstOrDefaultAsync(t => t.UnitId == unitId && t.Code == code, ct)
            ?? db.Add(new OutreachTopic { UnitId = unitId, Code = code, Name = name }).Entity;
        (topic.Name, topic.WithdrawnAt) = (name, null);
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

    public async Task<bool> WithdrawAsync(Guid id, CampaignActor actor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<OutreachTopic>().AsTracking().FirstOrDefaultAsync(t => t.Id == id && actor.UnitIds.Contains(t.UnitId), ct) is not { } topic) return false;
        topic.WithdrawnAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return true;
    }
}
