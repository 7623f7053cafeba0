using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chatbot.Catalogue.Import.Tables;

/// <summary>First sheet of an XLSX workbook; headings in its first row.</summary>
public static class XlsxTable
{
    /// <exception cref="InvalidDataException">Not a workbook that can be read.</exception>
    public static IReadOnlyList<TableRow> Read(Stream file)
    {
        using var workbook = Open(file);
        var book = workbook.WorkbookPart ?? throw new InvalidDataException("Workbook without a main part.");
        var sheet = book.Workbook.Descendants<Sheet>().FirstOrDefault() ?? throw new InvalidDataException("Workbook without a sheet.");
        var words = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray() ?? [];
        var rows = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>().Select(row => Cells(row, words)).ToList();
        if (rows.Count == 0) return [];
        var headings = rows[0].Cells.ToDictionary(c => c.Key, c => SourceText.Line(c.Value));
        return [.. rows.Skip(1).Select(row => new TableRow(row.Number, Named(row.Cells, headings)))];
    }

    private static SpreadsheetDocument Open(Stream file)
    {
        try
        {
            return SpreadsheetDocument.Open(file, isEditable: false);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException)
        {
            throw new InvalidDataException("Not a readable XLSX workbook.", broken);
        }
    }

    private static (int Number, Dictionary<int, string> Cells) Cells(Row row, string[] words)
    {
        var cells = new Dictionary<int, string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            next = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : next;
            cells[next++] = Text(cell, words);
        }
        return ((int)(row.RowIndex?.Value ?? 0), cells);
    }

    private static string Text(Cell cell, string[] words)
    {
        if (cell.InlineString is { } inline) return inline.InnerText;
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value != CellValues.SharedString) return value;
        return int.TryParse(value, out var index) && index >= 0 && index < words.Length ? words[index] : "";
    }

    private static Dictionary<string, string> Named(Dictionary<int, string> cells, Dictionary<int, string> headings)
    {
        var named = TableRow.NewCells();
        foreach (var (column, heading) in headings) named.TryAdd(heading, cells.GetValueOrDefault(column, ""));
        return named;
    }

    /// <summary>0 for "A12", 26 for "AA1".</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter)) column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        return column - 1;
    }
}
