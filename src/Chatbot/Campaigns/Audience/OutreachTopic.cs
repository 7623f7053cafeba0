using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Audience;

/// <summary>A topic about which citizens may ask to be told, or refuse to be.</summary>
public sealed class OutreachTopic : IOfUnit, IAudited
{
    public const int LongestCode = 60;
    public const int LongestName = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    /// <summary>Small letters, digits and hyphens, such as <c>tiem-chung</c>; unique in the office.</summary>
    [AuditedText] public required string Code { get; init; }

    [AuditedText] public required string Name { get; set; }

    /// <summary>No longer offered; null: in use.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    Guid IAudited.AuditUnitId => UnitId;

    /// <summary>The topic of one procedure, which a citizen follows.</summary>
    public static string OfProcedure(string code) => "tthc:" + code;

    public static bool IsCode(string code) => code.Length is > 0 and <= LongestCode && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

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

internal sealed class OutreachTopicMap : IEntityTypeConfiguration<OutreachTopic>
{
    public void Configure(EntityTypeBuilder<OutreachTopic> topic)
    {
        topic.HasIndex(t => new { t.UnitId, t.Code }).IsUnique();
        topic.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
