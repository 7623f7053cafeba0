using System.Text.Json;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Writing.Templates;

/// <summary>A message that an office uses again: its words in every language. Each change is a version; what was made from an older one stays as it is.</summary>
public sealed class MessageTemplate : IOfUnit, IAudited
{
    public const int LongestName = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    [AuditedText] public string Name { get; private set; } = "";

    /// <summary>1, 2, 3 …</summary>
    public int Version { get; private set; }

    /// <summary>The newest version's, as JSON of <see cref="TemplateContent"/>.</summary>
    [Unaudited] public string Content { get; private set; } = "";

    /// <summary>No longer offered; null: in use.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    [Unaudited] public int Revision { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    Guid IAudited.AuditUnitId => UnitId;

    public TemplateContent Read() => ReadContent(Content);

    /// <returns>Null: the same words as before.</returns>
    public TemplateVersion? Write(string name, TemplateContent content, Guid officialId, DateTimeOffset now)
    {
        var written = JsonSerializer.Serialize(content, CampaignJson.Default.TemplateContent);
        (Name, ChangedAt, WithdrawnAt, Revision) = (name, now, null, Revision + 1);
        if (written == Content) return null;
        (Content, Version) = (written, Version + 1);
        return new TemplateVersion { TemplateId = Id, Version = Version, Content = written, SavedBy = officialId, SavedAt = now };
    }

    public void Withdraw(DateTimeOffset now) => (WithdrawnAt, Revision) = (now, Revision + 1);

    public static TemplateContent ReadContent(string written) => JsonSerializer.Deserialize(written, CampaignJson.Default.TemplateContent)!;
}

/// <summary>The words of a template.</summary>
public sealed record TemplateContent(CampaignContent Content, IReadOnlyList<CampaignVariant> Variants);

/// <summary>Words as they stood; never changed.</summary>
public sealed class TemplateVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TemplateId { get; init; }

    public int Version { get; init; }

    public required string Content { get; init; }

    public Guid SavedBy { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}

internal sealed class MessageTemplateMap : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> template)
    {
        template.Property(t => t.Revision).IsConcurrencyToken();
        template.HasIndex(t => t.UnitId);
        template.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TemplateVersionMap : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> version)
    {
        version.HasIndex(v => new { v.TemplateId, v.Version }).IsUnique();
        version.HasOne<MessageTemplate>().WithMany().HasForeignKey(v => v.TemplateId).OnDelete(DeleteBehavior.Cascade);
    }
}
