using Chatbot.Catalogue;
using Chatbot.Catalogue.Import.Tables;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Catalogue;

public enum FieldKind { Line, Lines, Day, Choice }

/// <summary>One field of the form, as the import's template names and explains it.</summary>
/// <param name="Name">In the form.</param>
/// <param name="Heading">Also the column of the template.</param>
public sealed record DraftField(string Name, string Heading, string Help, FieldKind Kind)
{
    public IReadOnlyList<string> Choices { get; init; } = [];

    private static readonly Column[] Long =
    [
        ProcedureColumns.ReceivingPlace, ProcedureColumns.Steps, ProcedureColumns.Documents, ProcedureColumns.Methods, ProcedureColumns.LegalBases, ProcedureColumns.Conditions,
        ProcedureColumns.Outcomes, FaqColumns.Questions, FaqColumns.Answer,
    ];

    private static readonly Column[] Days = [ProcedureColumns.ValidFrom, ProcedureColumns.ValidUntil, FaqColumns.ValidFrom, FaqColumns.ValidUntil];

    private static readonly string[] YesNo = ["", "Có", "Không"];

    /// <summary>All but the code, which stays, and the day on which a source was read, which is the day of the approval.</summary>
    public static IReadOnlyList<DraftField> OfProcedure { get; } =
        [.. ProcedureColumns.All.Where(c => c != ProcedureColumns.Code && c != ProcedureColumns.SourceDate).Select(Of)];

    public static IReadOnlyList<DraftField> OfFaq { get; } = [.. FaqColumns.All.Where(c => c != FaqColumns.Id && c != FaqColumns.SourceDate).Select(Of)];

    public static IReadOnlyDictionary<string, string> Cells(Procedure procedure) => ProcedureCells.Of(procedure);

    public static IReadOnlyDictionary<string, string> Cells(FaqEntry faq) => new Dictionary<string, string>
    {
        [FaqColumns.Questions.Heading] = string.Join('\n', faq.Questions),
        [FaqColumns.Answer.Heading] = faq.Answer,
        [FaqColumns.Topic.Heading] = faq.Topic,
        [FaqColumns.Source.Heading] = faq.Source,
        [FaqColumns.SourceUrl.Heading] = faq.SourceUrl,
        [FaqColumns.ValidFrom.Heading] = FormDays.Value(faq.ValidFrom),
        [FaqColumns.ValidUntil.Heading] = FormDays.Value(faq.ValidUntil),
        [FaqColumns.ProcedureCode.Heading] = faq.ProcedureCode ?? "",
    };

    /// <summary>What was entered, by heading.</summary>
    public static Dictionary<string, string> Read(IReadOnlyList<DraftField> fields, IFormCollection form) =>
        fields.ToDictionary(field => field.Heading, field => form[field.Name].ToString().ReplaceLineEndings("\n"));

    private static DraftField Of(Column column, int index)
    {
        var kind = Long.Contains(column) ? FieldKind.Lines : Days.Contains(column) ? FieldKind.Day : ChoicesOf(column).Length > 0 ? FieldKind.Choice : FieldKind.Line;
        return new DraftField($"c{index}", column.Heading, kind is FieldKind.Lines or FieldKind.Line ? column.Help : "", kind) { Choices = ChoicesOf(column) };
    }

    private static string[] ChoicesOf(Column column) =>
        column == ProcedureColumns.Online ? ["", "Toàn trình", "Một phần", "Không"]
        : column == ProcedureColumns.Postal || column == ProcedureColumns.PayOnline ? YesNo
        : column == ProcedureColumns.Status ? ["Còn hiệu lực", "Sửa đổi", "Bãi bỏ", "Thay thế"] : [];
}
