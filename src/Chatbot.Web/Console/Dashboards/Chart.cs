using System.Globalization;

namespace Chatbot.Web.Console.Dashboards;

public enum ChartKind { Bar, Line }

/// <summary>One figure of a chart.</summary>
/// <param name="Path">Where its rows are; null: nowhere.</param>
public sealed record ChartValue(double? Value, string Words, string? Path)
{
    public string Number => Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A row of the table and a place on the axis.</summary>
public sealed record ChartRow(string Label, IReadOnlyList<ChartValue> Values);

/// <summary>A table that is drawn too: the drawing reads the table, so both say the same.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="First">Heading of the labels.</param>
/// <param name="Series">Headings of the figures.</param>
public sealed record Chart(string Id, string Title, ChartKind Kind, bool IsStacked, string First, IReadOnlyList<string> Series, IReadOnlyList<ChartRow> Rows);
