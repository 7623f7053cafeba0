using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Chatbot.Catalogue.Import.Tables;

/// <summary>CSV in UTF-8; comma, semicolon or tab (told from the headings), quoted cells may hold line breaks.</summary>
public static class CsvTable
{
    public static IEnumerable<TableRow> Read(Stream file)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            BadDataFound = null,
            MissingFieldFound = null,
            IgnoreBlankLines = true,
        };
        using var reader = new StreamReader(file, Encoding.UTF8);
        using var csv = new CsvReader(reader, configuration);
        if (!csv.Read() || !csv.ReadHeader()) yield break;
        var headings = csv.HeaderRecord!.Select(SourceText.Line).ToArray();
        for (var number = 2; csv.Read(); number++)
        {
            var cells = TableRow.NewCells();
            for (var i = 0; i < headings.Length; i++) cells.TryAdd(headings[i], csv.TryGetField<string>(i, out var cell) ? cell ?? "" : "");
            yield return new TableRow(number, cells);
        }
    }

    /// <summary>Headings and one example; with a byte order mark, without which Excel misreads Vietnamese.</summary>
    public static void WriteTemplate(Stream file, IReadOnlyList<Column> columns)
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        foreach (var column in columns) csv.WriteField(column.Heading);
        csv.NextRecord();
        foreach (var column in columns) csv.WriteField(column.Example);
        csv.NextRecord();
    }
}
