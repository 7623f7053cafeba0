using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Cases;

/// <summary>A word by which a unit sorts its cases.</summary>
public sealed class Label
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public required string Name { get; set; }

    /// <summary>Name of a colour of the console ("blue"); empty: the ordinary one.</summary>
    public string Colour { get; set; } = "";
}

public sealed class CaseLabel
{
    public Guid CaseId { get; init; }

    public Guid LabelId { get; init; }
}

internal sealed class LabelMap : IEntityTypeConfiguration<Label>
{
    public void Configure(EntityTypeBuilder<Label> label)
    {
        label.HasIndex(l => new { l.UnitId, l.Name }).IsUnique();
        label.HasOne<Unit>().WithMany().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseLabelMap : IEntityTypeConfiguration<CaseLabel>
{
    public void Configure(EntityTypeBuilder<CaseLabel> label)
    {
        label.HasKey(l => new { l.CaseId, l.LabelId });
        label.HasIndex(l => l.LabelId);
        label.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
        label.HasOne<Label>().WithMany().HasForeignKey(l => l.LabelId).OnDelete(DeleteBehavior.Cascade);
    }
}
