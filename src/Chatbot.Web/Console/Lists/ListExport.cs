using System.Globalization;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Lists;

/// <summary>A list as a file: all pages, filtered and sorted as it is seen, at most <see cref="MostRows"/> rows. Entered in the audit trail.</summary>
public static class ListExport
{
    public const int MostRows = 100_000;

    /// <returns>Null: the page was asked for, not a file.</returns>
    public static string? FormatOf(HttpRequest request) => request.Query["export"].ToString() is var format && format is "csv" or "xlsx" ? format : null;

    /// <param name="name">Of the file, without its ending; also the subject in the audit trail.</param>
    public static async Task<FileStreamHttpResult> FileAsync<TRow>(
        ChatbotDb db, AuditTrail trail, Guid unitId, string name, string format, IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query,
        CancellationToken ct)
    {
        var found = await ListReader.Sorted(rows, columns, query).Take(MostRows).ToListAsync(ct);
        return await FileAsync(db, trail, unitId, name, format, found, columns, ct);
    }

    /// <summary>As above, of rows that are read already.</summary>
    public static async Task<FileStreamHttpResult> FileAsync<TRow>(
        ChatbotDb db, AuditTrail trail, Guid unitId, string name, string format, IReadOnlyCollection<TRow> found, IReadOnlyList<ListColumn<TRow>> columns, CancellationToken ct)
    {
        await trail.AppendAsync(db, new AuditRecord("list.exported", "list", name, unitId)
        {
            Details = new Dictionary<string, object?> { ["format"] = format, ["rows"] = found.Count },
        }, ct);
        IEnumerable<string[]> table = found.Select(row => columns.Select(column => SafeCell.Of(column.Text(row))).ToArray()).Prepend([.. columns.Select(c => c.Heading)]);
        return format == "xlsx"
            ? TypedResults.Stream(Workbook.Of(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx")
            : TypedResults.Stream(Csv(table), "text/csv; charset=utf-8", name + ".csv");
    }

    private static MemoryStream Csv(IEnumerable<string[]> table)
    {
        var file = new MemoryStream();
        // The mark at the beginning tells spreadsheets that it is UTF-8.
        using (var writer = new StreamWriter(file, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
        {
            foreach (var row in table)
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.NextRecord();
            }
        }
        file.Position = 0;
        return file;
    }
}
