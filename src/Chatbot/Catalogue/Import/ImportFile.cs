using System.Runtime.CompilerServices;
using Chatbot.Catalogue.Import.Tables;

namespace Chatbot.Catalogue.Import;

/// <summary>Opens a file of any format that we take, told by its ending: .jsonl, .jsonl.gz, .csv, .xlsx.</summary>
public static class ImportFile
{
    public static IAsyncEnumerable<CatalogueRow<Procedure>> ProceduresAsync(string path, SectionShares? shares, CancellationToken ct) =>
        Table(path) is { } rows ? FromTable(rows, ProcedureColumns.Code, TableProcedure.Read, ct) : FromJson(path, file => JsonRows.ProceduresAsync(file, shares, ct), ct);

    public static IAsyncEnumerable<CatalogueRow<FaqEntry>> FaqAsync(string path, CancellationToken ct) =>
        Table(path) is { } rows ? FromTable(rows, FaqColumns.Id, TableFaq.Read, ct) : FromJson(path, file => JsonRows.FaqAsync(file, ct), ct);

    private static Func<Stream, IEnumerable<TableRow>>? TableReader(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => CsvTable.Read,
        ".xlsx" => XlsxTable.Read,
        _ => null,
    };

    private static IEnumerable<TableRow>? Table(string path) => TableReader(path) is { } read ? Rows(path, read) : null;

    private static IEnumerable<TableRow> Rows(string path, Func<Stream, IEnumerable<TableRow>> read)
    {
        using var file = File.OpenRead(path);
        foreach (var row in read(file)) yield return row;
    }

    private static async IAsyncEnumerable<CatalogueRow<T>> FromTable<T>(
        IEnumerable<TableRow> rows, Column first, Func<TableRow, CatalogueRow<T>> read, [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            if (!row.Cells.ContainsKey(first.Heading))
            {
                yield return new CatalogueRow<T>(1, null, [new RowProblem(1, "", first.Heading, "Thiếu cột này ở dòng tiêu đề; hãy dùng tệp mẫu") { LeftOut = true }]);
                yield break;
            }
            if (!row.IsEmpty) yield return read(row);
        }
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<CatalogueRow<T>> FromJson<T>(
        string path, Func<Stream, IAsyncEnumerable<CatalogueRow<T>>> read, [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        await using var file = File.OpenRead(path);
        await foreach (var row in read(file).WithCancellation(ct)) yield return row;
    }
}
