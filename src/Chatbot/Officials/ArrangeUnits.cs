using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials;

/// <summary>Adds and renames units.</summary>
public sealed class ArrangeUnits(IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    private const int LongestName = 120;

    /// <summary>A unit stands below one of a higher kind.</summary>
    public async Task<ChangeOutcome> AddAsync(Guid parentId, string name, UnitKind kind, UnitScope scope, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } trimmed) return ChangeOutcome.Invalid;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var parent = await db.Set<Unit>().Within(scope).SingleOrDefaultAsync(u => u.Id == parentId, ct);
        if (parent is null) return ChangeOutcome.NotFound;
        if (kind < parent.Kind) return ChangeOutcome.Invalid;
        db.Add(Unit.Below(parent, trimmed, kind));
        await db.SaveChangesAsync(ct);
        return ChangeOutcome.Done;
    }

    public async Task<ChangeOutcome> RenameAsync(Guid id, string name, UnitScope scope, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } trimmed) return ChangeOutcome.Invalid;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var unit = await db.Set<Unit>().AsTracking().Within(scope).SingleOrDefaultAsync(u => u.Id == id, ct);
        if (unit is null) return ChangeOutcome.NotFound;
        unit.Name = trimmed;
        await db.SaveChangesAsync(ct);
        return ChangeOutcome.Done;
    }
}
