using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue.Import;

public enum ImportKind { Procedures, Faq, Offices }

/// <summary>One import and what came of it. <see cref="FinishedAt"/> null: it runs, or the process died in it; importing again is safe.</summary>
public sealed class ImportRun : IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    public ImportKind Kind { get; init; }

    public required string Source { get; init; }

    /// <summary>Name of the file, without its folders.</summary>
    public required string FileName { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When rows were last written; null: none yet. Long ago in a run that has not finished: its process died.</summary>
    public DateTimeOffset? ProgressedAt { get; set; }

    public int Rows { get; set; }

    public int Added { get; set; }

    public int Amended { get; set; }

    public int Unchanged { get; set; }

    /// <summary>In the database from this source, not in this file; reported, never deleted.</summary>
    public int Gone { get; set; }

    public int LeftOut { get; set; }
}

/// <summary>A remark or an omission of one import.</summary>
public sealed class ImportProblem
{
    public long Id { get; init; }

    public Guid ImportId { get; init; }

    public int Row { get; init; }

    public required string Code { get; init; }

    public required string Field { get; init; }

    public required string Problem { get; init; }

    public bool LeftOut { get; init; }
}

internal sealed class ImportRunMap : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> run) => run.HasIndex(r => new { r.UnitId, r.StartedAt });
}

internal sealed class ImportProblemMap : IEntityTypeConfiguration<ImportProblem>
{
    public void Configure(EntityTypeBuilder<ImportProblem> problem)
    {
        problem.HasIndex(p => p.ImportId);
        problem.HasOne<ImportRun>().WithMany().HasForeignKey(p => p.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
