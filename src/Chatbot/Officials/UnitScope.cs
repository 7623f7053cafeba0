using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials;

/// <summary>A row that belongs to a unit.</summary>
public interface IOfUnit
{
    Guid UnitId { get; }
}

/// <summary>What a person may see: the unit and everything below.</summary>
public sealed record UnitScope(IReadOnlyList<Guid> UnitIds)
{
    /// <summary>Sees nothing.</summary>
    public static readonly UnitScope None = new([]);

    public bool Holds(Guid unitId) => UnitIds.Contains(unitId);

    /// <summary>Read anew for each request: a new or moved unit counts at once.</summary>
    public static async Task<UnitScope> OfAsync(ChatbotDb db, string unitPath, CancellationToken ct) =>
        unitPath.Length == 0 ? None : new UnitScope(await db.Set<Unit>().Where(u => u.Path.StartsWith(unitPath)).Select(u => u.Id).ToListAsync(ct));
}

public static class Scoping
{
    /// <summary>Only rows of my unit and lower ones. Every query of the console begins with it.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, UnitScope scope)
        where T : class, IOfUnit
    {
        var units = scope.UnitIds;
        return rows.Where(row => units.Contains(row.UnitId));
    }

    /// <summary>As the other one, for the units themselves.</summary>
    public static IQueryable<Unit> Within(this IQueryable<Unit> rows, UnitScope scope)
    {
        var units = scope.UnitIds;
        return rows.Where(unit => units.Contains(unit.Id));
    }
}
