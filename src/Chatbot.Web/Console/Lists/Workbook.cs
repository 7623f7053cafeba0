using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Chatbot.Web.Console.Lists;

/// <summary>A workbook with one sheet of text cells, written row by row.</summary>
internal static class Workbook
{
    public static MemoryStream Of(IEnumerable<string[]> table) => Of(table, Inline);

    /// <summary>As above; integers stay numbers, with which people calculate on.</summary>
    public static MemoryStream Of(IEnumerable<object[]> table) => Of(table, cell => cell is int number ? new Cell(new CellValue(number)) { DataType = CellValues.Number } : Inline((string)cell));

    private static MemoryStream Of<T>(IEnumerable<T[]> table, Func<T, Cell> cell)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
            var part = book.AddNewPart<WorksheetPart>();
            WriteSheet(part, table.Select(row => new Row(row.Select(cell))));
            book.Workbook.AppendChild(new Sheets()).Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Dữ liệu" });
            book.Workbook.Save();
        }
        file.Position = 0;
        return file;
    }

    private static void WriteSheet(WorksheetPart part, IEnumerable<Row> rows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows) writer.WriteElement(row);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell Inline(string text) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
}
