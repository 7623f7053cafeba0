using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>An office in the tree of offices: province, commune, section. Everything that is stored belongs to one.</summary>
public sealed class Unit
{
    /// <summary>The first office of a deployment; it exists from the first migration on.</summary>
    public static readonly Guid RootId = new("00000000-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null: the root of the tree.</summary>
    public Guid? ParentId { get; set; }

    public required string Name { get; set; }
}

internal sealed class UnitMap : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit) =>
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
}
