using Chatbot.Catalogue;
using Chatbot.Catalogue.Import.Tables;
using Chatbot.Catalogue.Starter;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Reads issued lists, and what the catalogue has.</summary>
internal sealed class CoverageReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, TimeProvider clock)
{
    public async Task<CoverageReport> ReportAsync(IEnumerable<string> lines, CancellationToken ct)
    {
        var today = VietnamDay.Of(clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        var versions = await db.Set<ProcedureVersion>().Within(await console.ScopeAsync(ct)).Where(v => v.SupersededOn == null)
            .Select(v => new { v.Id, v.Code, v.Title, v.Status, v.ValidFrom, v.ValidUntil, v.ReplacedBy }).ToListAsync(ct);
        IReadOnlyList<KnownEntry> known = versions.Count > 0
            ? [.. versions.Select(v => new KnownEntry(v.Id, v.Code, v.Title, EntryStates.Of(v.Status, v.ValidFrom, v.ValidUntil, today), v.ReplacedBy))]
            : [.. StarterCatalogue.Procedures.Select(p => new KnownEntry(null, p.Code, p.Name, EntryStates.Of(p.Status, p.ValidFrom, p.ValidUntil, today), p.ReplacedBy))];
        return CoverageReport.Of(lines, known);
    }

    /// <summary>Lines of a text, CSV or XLSX file; cells of a row on one line.</summary>
    /// <exception cref="InvalidDataException">An XLSX file that cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> LinesAsync(IFormFile file, CancellationToken ct)
    {
        await using var stream = file.OpenReadStream();
        if (file.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, ct);
            var rows = XlsxTable.Read(copy);
            var headings = rows.Count > 0 ? [string.Join('\t', rows[0].Cells.Keys)] : Array.Empty<string>();   // the first row may be data already
            return [.. headings.Where(line => line.Any(char.IsAsciiDigit)), .. rows.Select(row => string.Join('\t', row.Cells.Values))];
        }
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(ct)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
