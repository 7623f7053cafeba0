using System.Globalization;

namespace Chatbot.Catalogue.Import.Tables;

/// <summary>Cells of one row with what was wrong in them: a cell that cannot be read is left empty and reported.</summary>
public sealed class CellReader(TableRow row, string code)
{
    private static readonly string[] DayForms = ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];
    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<RowProblem> Problems => problems;

    public string Text(Column column) => SourceText.Said(row[column.Heading]);

    public string Line(Column column) => Text(column).Replace('\n', ' ');

    public IReadOnlyList<string> Lines(Column column) =>
        Text(column).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Parts between the signs |, as many as asked for; missing ones are empty.</summary>
    public static string[] Parts(string line, int count)
    {
        var parts = line.Split('|', count, StringSplitOptions.TrimEntries);
        return [.. parts, .. Enumerable.Repeat("", count - parts.Length)];
    }

    public DateOnly? Day(Column column)
    {
        var text = Line(column);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        // Excel keeps a day as a count from 1899-12-30.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 20000 and < 80000)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        return Refused<DateOnly?>(column, $"Không đọc được ngày “{Short(text)}”; hãy viết ngày/tháng/năm");
    }

    /// <summary>The value of the word in the cell; <paramref name="otherwise"/> when the cell is empty or, with a remark, unknown.</summary>
    public T Word<T>(Column column, T otherwise, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = Line(column);
        if (text.Length == 0 && row[column.Heading].Length == 0) return otherwise;
        foreach (var (word, value) in words)
            if (string.Equals(row[column.Heading], word, StringComparison.OrdinalIgnoreCase)) return value;
        return Refused(column, $"Không hiểu “{Short(row[column.Heading])}”", otherwise);
    }

    public void Remark(Column column, string problem) => problems.Add(new RowProblem(row.Number, code, column.Heading, problem));

    private T Refused<T>(Column column, string problem, T otherwise = default!)
    {
        Remark(column, problem);
        return otherwise;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
