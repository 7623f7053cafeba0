using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials.Audit;

/// <summary>One thing that somebody did or read. Rows are only added; the database refuses the rest.</summary>
public sealed class AuditEntry : IOfUnit
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null: the service, or somebody at the command line.</summary>
    public Guid? OfficialId { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>See <see cref="Actor.Address"/>.</summary>
    public required string Address { get; init; }

    /// <summary>What was done, for example <c>official.invited</c>.</summary>
    public required string Action { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>JSON without a citizen's words.</summary>
    public required string Details { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>See <see cref="AuditChain"/>.</summary>
    public required string Hash { get; set; }
}

/// <summary>The last entry, told beside the chain: so a cut-off end is seen. One row; locking it makes writers take turns.</summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Sequence { get; init; }

    public required string Hash { get; init; }
}

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.HasIndex(e => e.PreviousHash).IsUnique();   // no fork, whatever happens
        entry.HasIndex(e => new { e.UnitId, e.Sequence });
        entry.HasIndex(e => new { e.OfficialId, e.Sequence });
        entry.HasIndex(e => new { e.SubjectId, e.Sequence });
        entry.HasIndex(e => e.At);
    }
}

internal sealed class AuditHeadMap : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head) => head.Property(h => h.Id).ValueGeneratedNever();
}
