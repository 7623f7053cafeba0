using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Import.Tables;

namespace Chatbot.Catalogue.Editing;

using static ProcedureColumns;

/// <summary>A procedure out of the cells of a form. Whatever was left as it stood keeps what cells cannot show: who acts in a step, breaks within a line, original texts.</summary>
public static class EditedProcedure
{
    /// <param name="before">As it stood when the form was filled; its code stays.</param>
    /// <param name="cells">By heading of <see cref="ProcedureColumns"/>; missing ones are empty.</param>
    public static CatalogueRow<Procedure> Read(Procedure before, IReadOnlyDictionary<string, string> cells)
    {
        var named = TableRow.NewCells();
        foreach (var (heading, cell) in cells) named[heading] = cell;
        named[Code.Heading] = before.Code;
        var row = TableProcedure.Read(new TableRow(1, named));
        return row.Entry is null ? row : row with { Entry = Kept(before, row.Entry) };
    }

    private static Procedure Kept(Procedure before, Procedure now)
    {
        var kept = now with
        {
            Steps = Items(before.Steps, now.Steps, ProcedureCells.Step),
            Documents = Cases(before.Documents, now.Documents),
            Methods = Items(before.Methods, now.Methods, ProcedureCells.Method),
            LegalBases = Items(before.LegalBases, now.LegalBases, ProcedureCells.LegalBasis),
            Outcomes = Items(before.Outcomes, now.Outcomes, ProcedureCells.Outcome),
            Conditions = Items(before.Conditions, now.Conditions, ProcedureCells.Flat),
        };
        var same = IsSame(before, kept, Steps) && IsSame(before, kept, Documents) && IsSame(before, kept, Methods);
        return kept with { Detail = same ? before.Detail : TableProcedure.DetailOf(kept), OriginalText = Original(before, kept) };
    }

    private static IReadOnlyList<DocumentCase> Cases(IReadOnlyList<DocumentCase> before, IReadOnlyList<DocumentCase> now)
    {
        var papers = Known(before.SelectMany(one => one.Documents), ProcedureCells.Paper);
        var names = Known(before.Select(one => one.Name), ProcedureCells.Flat);
        return [.. now.Select(one => new DocumentCase(names.GetValueOrDefault(one.Name, one.Name), [.. one.Documents.Select(paper => papers.GetValueOrDefault(ProcedureCells.Paper(paper), paper))]))];
    }

    private static IReadOnlyList<T> Items<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, string> line)
        where T : class
    {
        var known = Known(before, line);
        return [.. now.Select(item => known.GetValueOrDefault(line(item), item))];
    }

    private static Dictionary<string, T> Known<T>(IEnumerable<T> items, Func<T, string> line) =>
        items.GroupBy(line).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    // The original of a section that somebody has rewritten would contradict it.
    private static Dictionary<string, string> Original(Procedure before, Procedure now) =>
        before.OriginalText.Where(section => SectionOf(section.Key) is not { } column || IsSame(before, now, column)).ToDictionary(section => section.Key, section => section.Value);

    private static Column? SectionOf(string section) => section switch
    {
        OriginalSections.Documents => Documents,
        OriginalSections.Methods => Methods,
        OriginalSections.LegalBases => LegalBases,
        _ => null,
    };

    private static bool IsSame(Procedure before, Procedure now, Column column) =>
        ProcedureCells.Of(before)[column.Heading] == ProcedureCells.Of(now)[column.Heading];
}
