using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chatbot.Catalogue.Import.Tables;

/// <summary>An empty workbook to fill in: the table with one example, and a second sheet that explains every column.</summary>
public static class XlsxTemplate
{
    public static void Write(Stream file, IReadOnlyList<Column> columns)
    {
        using var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = workbook.AddWorkbookPart();
        book.Workbook = new Workbook();
        var sheets = book.Workbook.AppendChild(new Sheets());
        AddSheet(book, sheets, "Dữ liệu", [[.. columns.Select(c => c.Heading)], [.. columns.Select(c => c.Example)]]);
        AddSheet(book, sheets, "Hướng dẫn", [["Cột", "Bắt buộc", "Cách ghi"], .. columns.Select(c => new[] { c.Heading, c.Required ? "Có" : "", c.Help })]);
        book.Workbook.Save();
    }

    private static void AddSheet(WorkbookPart book, Sheets sheets, string name, IReadOnlyList<string[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, i) => new Row(cells.Select(Inline)) { RowIndex = (uint)(i + 1) })));
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = name });
    }

    private static Cell Inline(string text) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
}
