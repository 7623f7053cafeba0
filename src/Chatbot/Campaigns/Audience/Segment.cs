using System.Text.Json;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Audience;

/// <summary>A saved group of recipients. Each change is a version of its own; campaigns keep the one that they chose.</summary>
public sealed class Segment : IOfUnit, IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    [AuditedText] public string Name { get; private set; } = "";

    /// <summary>1, 2, 3 …</summary>
    public int Version { get; private set; }

    /// <summary>The newest version's, as JSON.</summary>
    [Unaudited] public string Criteria { get; private set; } = "";

    /// <summary>No longer offered for new campaigns; null: in use.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    [Unaudited] public int Revision { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    Guid IAudited.AuditUnitId => UnitId;

    public Criteria Read() => ReadCriteria(Criteria);

    /// <returns>Null: the same criteria as before.</returns>
    public SegmentVersion? Write(string name, Criteria criteria, Guid officialId, DateTimeOffset now)
    {
        var written = JsonSerializer.Serialize(criteria, CampaignJson.Default.Criteria);
        (Name, ChangedAt, WithdrawnAt, Revision) = (name, now, null, Revision + 1);
        if (written == Criteria) return null;
        (Criteria, Version) = (written, Version + 1);
        return new SegmentVersion { SegmentId = Id, Version = Version, Criteria = written, SavedBy = officialId, SavedAt = now };
    }

    public void Withdraw(DateTimeOffset now) => (WithdrawnAt, Revision) = (now, Revision + 1);

    public static Criteria ReadCriteria(string written) => JsonSerializer.Deserialize(written, CampaignJson.Default.Criteria)!;
}

/// <summary>Criteria as they stood; never changed.</summary>
public sealed class SegmentVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid SegmentId { get; init; }

    public int Version { get; init; }

    public required string Criteria { get; init; }

    public Guid SavedBy { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}

internal sealed class SegmentMap : IEntityTypeConfiguration<Segment>
{
    public void Configure(EntityTypeBuilder<Segment> segment)
    {
        segment.Property(s => s.Revision).IsConcurrencyToken();
        segment.HasIndex(s => s.UnitId);
        segment.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SegmentVersionMap : IEntityTypeConfiguration<SegmentVersion>
{
    public void Configure(EntityTypeBuilder<SegmentVersion> version)
    {
        version.HasIndex(v => new { v.SegmentId, v.Version }).IsUnique();
        version.HasOne<Segment>().WithMany().HasForeignKey(v => v.SegmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
