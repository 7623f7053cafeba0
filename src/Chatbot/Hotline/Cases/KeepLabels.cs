using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>The labels of a unit.</summary>
public sealed class KeepLabels(IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    public const int LongestName = 40;

    /// <returns>Invalid: empty or too long, or the unit has a label of this name.</returns>
    public async Task<CaseOutcome> AddAsync(Guid unitId, string name, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } word) return CaseOutcome.Invalid;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Label>().AnyAsync(l => l.UnitId == unitId && l.Name == word, ct)) return CaseOutcome.Invalid;
        db.Add(new Label { UnitId = unitId, Name = word });
        await db.SaveChangesAsync(ct);
        return CaseOutcome.Done;
    }

    /// <summary>From all cases too.</summary>
    public async Task<CaseOutcome> RemoveAsync(Guid id, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Label>().Where(l => l.Id == id).ExecuteDeleteAsync(ct) == 1 ? CaseOutcome.Done : CaseOutcome.Unknown;
    }
}
