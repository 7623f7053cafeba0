using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue;

/// <summary>An office as stored; edited in place, for an old address helps nobody.</summary>
public sealed class OfficeRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    /// <summary>The office's own id.</summary>
    public required string OfficeId { get; init; }

    /// <summary>The <see cref="Office"/> as JSON.</summary>
    public required string Content { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class OfficeRecordMap : IEntityTypeConfiguration<OfficeRecord>
{
    public void Configure(EntityTypeBuilder<OfficeRecord> office) => office.HasIndex(o => new { o.UnitId, o.OfficeId }).IsUnique();
}
