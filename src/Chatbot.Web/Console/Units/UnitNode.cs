using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Units;

/// <summary>A unit with its place among those that the visitor may see.</summary>
/// <param name="Depth">0: the visitor's own unit.</param>
public sealed record UnitNode(Guid Id, Guid? ParentId, string Name, UnitKind Kind, int Depth)
{
    /// <summary>For a list of choices.</summary>
    public string Indented => string.Concat(Enumerable.Repeat("– ", Depth)) + Name;

    /// <summary>From the top down, children after their parent, by name.</summary>
    public static async Task<IReadOnlyList<UnitNode>> ReadAsync(ChatbotDb db, UnitScope scope, CancellationToken ct)
    {
        var units = await db.Set<Unit>().Within(scope).ToListAsync(ct);
        var known = units.Select(u => u.Id).ToHashSet();
        var children = units.Where(u => u.ParentId is { } parent && known.Contains(parent)).ToLookup(u => u.ParentId!.Value);
        return [.. units.Where(u => u.ParentId is not { } parent || !known.Contains(parent)).SelectMany(top => Below(top, children, depth: 0))];
    }

    private static IEnumerable<UnitNode> Below(Unit unit, ILookup<Guid, Unit> children, int depth) =>
        children[unit.Id].OrderBy(u => u.Name, StringComparer.Create(new("vi-VN"), ignoreCase: true)).SelectMany(child => Below(child, children, depth + 1))
            .Prepend(new UnitNode(unit.Id, unit.ParentId, unit.Name, unit.Kind, depth));
}
