using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>An office in the tree of offices: province, commune, section. Everything that is stored belongs to one.</summary>
public sealed class Unit : IAudited
{
    /// <summary>The first office of a deployment; it exists from the first migration on.</summary>
    public static readonly Guid RootId = new("00000000-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null: the root of the tree.</summary>
    public Guid? ParentId { get; init; }

    [AuditedText] public required string Name { get; set; }

    public UnitKind Kind { get; init; }

    /// <summary>Ids from the root down to this unit, each followed by a slash: whatever begins with it is this unit or below.</summary>
    public string Path { get; init; } = "";

    public static Unit Below(Unit parent, string name, UnitKind kind)
    {
        var id = Guid.CreateVersion7();
        return new Unit { Id = id, ParentId = parent.Id, Name = name, Kind = kind, Path = parent.Path + Step(id) };
    }

    /// <summary>One step of a <see cref="Path"/>.</summary>
    public static string Step(Guid id) => $"{id:N}/";

    /// <returns>The units on a <see cref="Path"/>, from the root down to its own.</returns>
    public static IReadOnlyList<Guid> IdsOn(string path) => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    Guid IAudited.AuditUnitId => Id;
}

/// <summary>From the top down; a deployment may begin at any of them.</summary>
public enum UnitKind { Province, Commune, Section }

internal sealed class UnitMap : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.HasIndex(u => u.Path).IsUnique();
    }
}
