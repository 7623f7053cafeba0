using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Phrases;

/// <summary>The macros of a unit.</summary>
public sealed class KeepMacros(IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    public const int LongestName = 80;
    public const int MostSteps = 10;

    /// <summary>Adds it, or changes the one with this id.</summary>
    /// <returns>Invalid: no name, no step or too many, or the unit has another macro of this name.</returns>
    public async Task<CaseOutcome> SetAsync(Guid id, Guid unitId, string name, IReadOnlyList<MacroStep> steps, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } word || steps.Count is 0 or > MostSteps) return CaseOutcome.Invalid;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await db.Set<Macro>().AsTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
        var unit = known?.UnitId ?? unitId;
        if (await db.Set<Macro>().AnyAsync(m => m.UnitId == unit && m.Name == word && m.Id != id, ct)) return CaseOutcome.Invalid;
        if (known is null) db.Add(known = new Macro { Id = id, UnitId = unitId, Name = word, Steps = "" });
        (known.Name, known.Steps) = (word, Macro.Write(steps));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return CaseOutcome.Done;
    }

    public async Task<CaseOutcome> RemoveAsync(Guid id, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Macro>().Where(m => m.Id == id).ExecuteDeleteAsync(ct) == 1 ? CaseOutcome.Done : CaseOutcome.Unknown;
    }
}
