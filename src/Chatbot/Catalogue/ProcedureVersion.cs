using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue;

/// <summary>One immutable state of a procedure. An amendment is a further row; every recorded answer names the row that it came from.</summary>
public sealed class ProcedureVersion : IContentVersion, IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    public required string Code { get; init; }

    /// <summary>1, 2, 3 … within unit and code.</summary>
    public int Version { get; init; }

    public ProcedureStatus Status { get; init; }

    /// <summary>Null: since ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null: no end known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>First day of the version that follows; null: this is the newest.</summary>
    public DateOnly? SupersededOn { get; set; }

    /// <summary>Code of the procedure that takes this one's place; null: none.</summary>
    public string? ReplacedBy { get; init; }

    public required string Title { get; init; }

    public required string Field { get; init; }

    /// <summary>Code, title and field as people type them when they search, see <see cref="Persistence.PlainText"/>.</summary>
    public required string SearchText { get; init; }

    /// <summary>Counts as the approval of imported text; empty when the source names none.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>The <see cref="Procedure"/> as JSON, without the day it was read.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, hex: equal means nothing to do.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Day on which the source was last seen to say this; moves on without a new version.</summary>
    public DateOnly? SourceDate { get; set; }

    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>Where the rows of one import come from; only rows of the same source can be missed as gone.</summary>
    public required string Source { get; init; }

    public Guid ImportId { get; init; }

    /// <exception cref="System.Text.Json.JsonException">The column was changed by hand.</exception>
    public Procedure Read() => CatalogueText.Procedure(Content) with { SourceDate = SourceDate };
}

internal sealed class ProcedureVersionMap : IEntityTypeConfiguration<ProcedureVersion>
{
    public void Configure(EntityTypeBuilder<ProcedureVersion> version)
    {
        version.HasIndex(v => new { v.UnitId, v.Code, v.Version }).IsUnique();
        version.HasIndex(v => new { v.UnitId, v.SupersededOn });
        version.HasIndex(v => v.ImportId);
        version.HasOne<ImportRun>().WithMany().HasForeignKey(v => v.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
