using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Search;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Phrases;

/// <summary>Canned answers: kept, found without accents, and filled in for a case.</summary>
public sealed class KeepCannedAnswers(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    /// <summary>Adds it, or changes the one with this id.</summary>
    /// <returns>Invalid: empty or too long, or the unit has another one with this title.</returns>
    public async Task<CaseOutcome> SetAsync(Guid id, Guid unitId, string title, string text, CancellationToken ct)
    {
        if (title.Trim() is not { Length: > 0 and <= 120 } name || text.Trim() is not { Length: > 0 and <= CannedAnswer.LongestText } words) return CaseOutcome.Invalid;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<CannedAnswer>().AnyAsync(c => c.UnitId == unitId && c.Title == name && c.Id != id, ct)) return CaseOutcome.Invalid;
        var known = await db.Set<CannedAnswer>().AsTracking().FirstOrDefaultAsync(c => c.Id == id, ct);
        if (known is null) db.Add(known = new CannedAnswer { Id = id, UnitId = unitId, Title = name, Text = words });
        (known.Title, known.Text, known.Folded, known.ChangedAt) = (name, words, CannedAnswer.Fold($"{name} {words}"), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return CaseOutcome.Done;
    }

    public async Task RemoveAsync(Guid id, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<CannedAnswer>().Where(c => c.Id == id).ExecuteDeleteAsync(ct);
    }

    /// <summary>Those of the units in which every word of the search begins a word; by title.</summary>
    public async Task<IReadOnlyList<CannedAnswer>> FindAsync(IReadOnlyCollection<Guid> units, string search, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = db.Set<CannedAnswer>().Where(c => units.Contains(c.UnitId));
        foreach (var word in CaseSearch.Words(search).Select(word => " " + word)) found = found.Where(c => c.Folded.Contains(word));
        return await found.OrderBy(c => c.Title).Take(100).ToListAsync(ct);
    }

    /// <summary>Whether it belongs to one of these units.</summary>
    public async Task<bool> MayUseAsync(Guid id, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CannedAnswer>().AnyAsync(c => c.Id == id && units.Contains(c.UnitId), ct);
    }

    /// <summary>The text for this case. Placeholders: {mã}, {ngày nhận}, {hạn}, {cơ quan}, {cán bộ}; what cannot be filled in stays as it is, for the official to see.</summary>
    /// <returns>Null: no such text, or no such case.</returns>
    public async Task<string?> FillAsync(Guid id, Guid caseId, string officialName, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var text = await db.Set<CannedAnswer>().Where(c => c.Id == id).Select(c => c.Text).FirstOrDefaultAsync(ct);
        var matter = await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == caseId, ct);
        if (text is null || matter is null) return null;
        var unit = await db.Set<Unit>().Where(u => u.Id == matter.HandlerUnitId).Select(u => u.Name).FirstOrDefaultAsync(ct);
        return text.Replace("{mã}", TrackingCode.Show(matter.TrackingCode), StringComparison.Ordinal)
            .Replace("{ngày nhận}", Day(matter.OpenedAt), StringComparison.Ordinal)
            .Replace("{hạn}", matter.DueAt is { } due ? Day(due) : "{hạn}", StringComparison.Ordinal)
            .Replace("{cơ quan}", unit ?? "{cơ quan}", StringComparison.Ordinal)
            .Replace("{cán bộ}", officialName.Length > 0 ? officialName : "{cán bộ}", StringComparison.Ordinal);
    }

    private static string Day(DateTimeOffset time) => WorkingCalendar.Local(time).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
