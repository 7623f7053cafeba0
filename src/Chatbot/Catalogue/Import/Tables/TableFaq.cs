namespace Chatbot.Catalogue.Import.Tables;

using static FaqColumns;

/// <summary>A row of the FAQ template as a <see cref="FaqEntry"/>.</summary>
public static class TableFaq
{
    public static CatalogueRow<FaqEntry> Read(TableRow row)
    {
        var id = row[Id.Heading];
        var cells = new CellReader(row, id);
        var faq = new FaqEntry(id, cells.Lines(Questions), cells.Text(Answer))
        {
            Topic = cells.Line(Topic),
            Source = cells.Line(Source),
            SourceUrl = Attributes.Url(cells.Line(SourceUrl)),
            SourceDate = cells.Day(SourceDate),
            ValidFrom = cells.Day(ValidFrom),
            ValidUntil = cells.Day(ValidUntil),
            ProcedureCode = cells.Line(FaqColumns.ProcedureCode) is { Length: > 0 } code ? code : null,
        };
        return EntryRules.Problem(faq) is { } broken
            ? new CatalogueRow<FaqEntry>(row.Number, null, [.. cells.Problems, new RowProblem(row.Number, id, broken.Field, broken.Problem) { LeftOut = true }])
            : new CatalogueRow<FaqEntry>(row.Number, faq, cells.Problems);
    }
}
