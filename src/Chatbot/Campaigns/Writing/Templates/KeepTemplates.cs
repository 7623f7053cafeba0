using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Writing.Templates;

/// <summary>Saves messages for the next time.</summary>
public sealed class KeepTemplates(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    /// <param name="id">Null: a new one.</param>
    /// <param name="unitId">Office of a new one.</param>
    /// <returns>Null: no name or text, or not the actor's.</returns>
    public async Task<MessageTemplate?> SaveAsync(Guid? id, Guid unitId, string name, TemplateContent content, CampaignActor actor, CancellationToken ct)
    {
        name = CampaignContent.Tidy(name);
        content = new TemplateContent(content.Content.Tidied(), [.. content.Variants.OrderBy(v => v.Language, StringComparer.Ordinal)]);
        if (name.Length is 0 or > MessageTemplate.LongestName || !content.Content.IsSound) return null;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var template = id is { } known
            ? await db.Set<MessageTemplate>().AsTracking().FirstOrDefaultAsync(t => t.Id == known && actor.UnitIds.Contains(t.UnitId), ct)
            : actor.UnitIds.Contains(unitId) ? db.Add(new MessageTemplate { UnitId = unitId }).Entity : null;
        if (template is null) return null;
        if (template.Write(name, content, actor.OfficialId, clock.GetUtcNow()) is { } version) db.Add(version);
        return await CampaignDesk.SavedAsync(db, ct) ? template : null;
    }

    /// <param name="version">Null: the newest.</param>
    /// <returns>Null: not there, or not the actor's.</returns>
    public async Task<TemplateContent?> UseAsync(Guid id, int? version, CampaignActor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var template = await db.Set<MessageTemplate>().FirstOrDefaultAsync(t => t.Id == id && actor.UnitIds.Contains(t.UnitId), ct);
        if (template is null || version is null) return template?.Read();
        var content = await db.Set<TemplateVersion>().Where(v => v.TemplateId == id && v.Version == version).Select(v => v.Content).FirstOrDefaultAsync(ct);
        return content is null ? null : MessageTemplate.ReadContent(content);
    }

    public async Task<bool> WithdrawAsync(Guid id, CampaignActor actor, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var template = await db.Set<MessageTemplate>().AsTracking().FirstOrDefaultAsync(t => t.Id == id && actor.UnitIds.Contains(t.UnitId), ct);
        if (template is null) return false;
        template.Withdraw(clock.GetUtcNow());
        return await CampaignDesk.SavedAsync(db, ct);
    }
}
