namespace Chatbot.Catalogue.Import.Tables;

/// <summary>One row of a CSV or XLSX table; cells by their column's heading, compared without regard to case and spaces at the ends.</summary>
/// <param name="Number">Row as the person sees it: the headings are row 1.</param>
public sealed record TableRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Cleaned text; empty when the column is missing or the cell empty.</summary>
    public string this[string heading] => Cells.TryGetValue(heading, out var cell) ? SourceText.Clean(cell) : "";

    public bool IsEmpty => Cells.Values.All(string.IsNullOrWhiteSpace);

    public static Dictionary<string, string> NewCells() => new(StringComparer.OrdinalIgnoreCase);
}
