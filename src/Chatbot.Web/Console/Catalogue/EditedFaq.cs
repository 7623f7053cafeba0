using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Import.Tables;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>A question out of the cells of a form; paragraphs of the answer stay as they were typed.</summary>
internal static class EditedFaq
{
    /// <returns>The entry; or null and what is wrong with it.</returns>
    public static (FaqEntry? Entry, string Problem) Read(FaqEntry before, IReadOnlyDictionary<string, string> cells)
    {
        var faq = before with
        {
            Questions = [.. Text(FaqColumns.Questions).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Answer = Text(FaqColumns.Answer),
            Topic = Text(FaqColumns.Topic),
            Source = Text(FaqColumns.Source),
            SourceUrl = Attributes.Url(Text(FaqColumns.SourceUrl)),
            ValidFrom = FormDays.Day(Text(FaqColumns.ValidFrom)),
            ValidUntil = FormDays.Day(Text(FaqColumns.ValidUntil)),
            ProcedureCode = Text(FaqColumns.ProcedureCode) is { Length: > 0 } code ? code : null,
        };
        return EntryRules.Problem(faq) is { } broken ? (null, broken.Problem) : (faq, "");

        string Text(Column column) => cells.GetValueOrDefault(column.Heading, "").Normalize().Trim();
    }
}
