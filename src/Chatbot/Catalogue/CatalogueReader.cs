using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue;

/// <summary>Reads one office's catalogue as it stands on a day.</summary>
internal static class CatalogueReader
{
    public static async Task<CatalogueContent> ReadAsync(ChatbotDb db, Guid unitId, DateOnly on, CancellationToken ct)
    {
        var pool = new StringPool();
        return new CatalogueContent(await ProceduresAsync(db, unitId, on, pool, ct), await FaqsAsync(db, unitId, on, ct), await OfficesAsync(db, unitId, ct))
        {
            Answers = await Answers.AnswerReader.ReadAsync(db, unitId, ct),
        };
    }

    /// <summary>Units that have anything of their own to answer from.</summary>
    public static async Task<HashSet<Guid>> UnitsAsync(ChatbotDb db, CancellationToken ct) =>
    [
        .. await db.Set<ProcedureVersion>().Select(v => v.UnitId).Distinct().ToListAsync(ct),
        .. await db.Set<FaqVersion>().Select(v => v.UnitId).Distinct().ToListAsync(ct),
        .. await db.Set<OfficeRecord>().Select(o => o.UnitId).Distinct().ToListAsync(ct),
        .. await db.Set<Answers.PublishedAnswer>().Where(a => a.Status == Answers.AnswerStatus.Published).Select(a => a.UnitId).Distinct().ToListAsync(ct),
    ];

    /// <summary>Changes with every import that did something, every office edited, every answer published or withdrawn and every unit added, wherever; cheap enough to ask often.</summary>
    public static async Task<string> StampAsync(ChatbotDb db, CancellationToken ct)
    {
        var imports = await db.Set<Import.ImportRun>().Where(r => r.FinishedAt != null)
            .OrderByDescending(r => r.FinishedAt).Select(r => r.Id).FirstOrDefaultAsync(ct);
        var offices = await db.Set<OfficeRecord>().OrderByDescending(o => o.UpdatedAt).Select(o => (DateTimeOffset?)o.UpdatedAt).FirstOrDefaultAsync(ct);
        var publications = await db.Set<Answers.PublishedAnswer>().SumAsync(a => a.Publications, ct);
        return $"{imports:N}-{offices?.UtcTicks ?? 0}-{publications}-{await db.Set<Officials.Unit>().CountAsync(ct)}";
    }

    // A version holds from its own first day until the next one's; of those that hold, the newest answers.
    private static async Task<List<Stored<Procedure>>> ProceduresAsync(ChatbotDb db, Guid unitId, DateOnly on, StringPool pool, CancellationToken ct)
    {
        var rows = db.Set<ProcedureVersion>()
            .Where(v => v.UnitId == unitId && (v.SupersededOn == null || v.SupersededOn > on))
            .OrderBy(v => v.Code).ThenByDescending(v => v.Version)
            .Select(v => new { v.Id, v.Version, v.Code, v.ValidFrom, v.SourceDate, v.Content })
            .AsAsyncEnumerable();
        var procedures = new List<Stored<Procedure>>();
        var waiting = new List<Stored<Procedure>>();
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (procedures.Count > 0 && procedures[^1].Entry.Code == row.Code) continue;
            var stored = new Stored<Procedure>(pool.Pooled(CatalogueText.Procedure(row.Content) with { SourceDate = row.SourceDate }), row.Id, row.Version);
            (row.ValidFrom > on ? waiting : procedures).Add(stored);
        }
        var present = procedures.Select(p => p.Entry.Code).ToHashSet();
        procedures.AddRange(waiting.Where(w => present.Add(w.Entry.Code)));   // announced, nothing before it: known, not yet in force
        return procedures;
    }

    private static async Task<List<Stored<FaqEntry>>> FaqsAsync(ChatbotDb db, Guid unitId, DateOnly on, CancellationToken ct)
    {
        var rows = await db.Set<FaqVersion>()
            .Where(v => v.UnitId == unitId && (v.SupersededOn == null || v.SupersededOn > on) && (v.ValidFrom == null || v.ValidFrom <= on))
            .OrderBy(v => v.Code).ThenByDescending(v => v.Version)
            .Select(v => new { v.Id, v.Version, v.Code, v.SourceDate, v.Content }).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.Code).Select(r => new Stored<FaqEntry>(CatalogueText.Faq(r.Content) with { SourceDate = r.SourceDate }, r.Id, r.Version))];
    }

    private static async Task<List<Office>> OfficesAsync(ChatbotDb db, Guid unitId, CancellationToken ct)
    {
        var contents = await db.Set<OfficeRecord>().Where(o => o.UnitId == unitId).OrderBy(o => o.OfficeId).Select(o => o.Content).ToListAsync(ct);
        return [.. contents.Select(CatalogueText.Office)];
    }
}
