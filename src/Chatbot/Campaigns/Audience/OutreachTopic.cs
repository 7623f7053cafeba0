using Chatbot.Officials;
using Chatbot.Officials.Audit;
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

internal sealed class OutreachTopicMap : IEntityTypeConfiguration<OutreachTopic>
{
    public void Configure(EntityTypeBuilder<OutreachTopic> topic)
    {
        topic.HasIndex(t => new { t.UnitId, t.Code }).IsUnique();
        topic.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
