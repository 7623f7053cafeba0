using System.Globalization;

namespace Chatbot.Catalogue.Import.Tables;

using static ProcedureColumns;

/// <summary>A <see cref="Procedure"/> as cells of the template: what <see cref="TableProcedure"/> reads, the other way round.</summary>
public static class ProcedureCells
{
    /// <returns>By heading; every column is there.</returns>
    public static IReadOnlyDictionary<string, string> Of(Procedure p) => new Dictionary<string, string>
    {
        [Code.Heading] = p.Code,
        [Name.Heading] = p.Name,
        [ProcedureColumns.Field.Heading] = p.Field,
        [IssuingAgency.Heading] = p.IssuingAgency,
        [PerformingAgency.Heading] = p.PerformingAgency,
        [ReceivingPlace.Heading] = p.ReceivingPlace,
        [Levels.Heading] = string.Join(", ", p.Levels.Select(LevelName)),
        [Applicants.Heading] = string.Join(", ", p.ApplicantKinds),
        [Steps.Heading] = Lines(p.Steps.Select(Step)),
        [Documents.Heading] = Lines(p.Documents.SelectMany(Case)),
        [Methods.Heading] = Lines(p.Methods.Select(Method)),
        [LegalBases.Heading] = Lines(p.LegalBases.Select(LegalBasis)),
        [Conditions.Heading] = Lines(p.Conditions.Select(Flat)),
        [Outcomes.Heading] = Lines(p.Outcomes.Select(Outcome)),
        [Online.Heading] = p.Online switch { OnlineLevel.FullOnline => "Toàn trình", OnlineLevel.PartialOnline => "Một phần", OnlineLevel.None => "Không", _ => "" },
        [Postal.Heading] = YesNo(p.Postal),
        [PayOnline.Heading] = YesNo(p.PayOnline),
        [SourceUrl.Heading] = p.SourceUrl,
        [DecisionNumber.Heading] = p.DecisionNumber,
        [SourceDate.Heading] = Day(p.SourceDate),
        [Status.Heading] = StatusName(p.Status),
        [ValidFrom.Heading] = Day(p.ValidFrom),
        [ValidUntil.Heading] = Day(p.ValidUntil),
        [ReplacedBy.Heading] = p.ReplacedBy ?? "",
    };

    public static string StatusName(ProcedureStatus status) => status switch
    {
        ProcedureStatus.Amended => "Sửa đổi",
        ProcedureStatus.Repealed => "Bãi bỏ",
        ProcedureStatus.Replaced => "Thay thế",
        _ => "Còn hiệu lực",
    };

    public static string LevelName(AgencyLevel level) => level switch
    {
        AgencyLevel.Commune => "Cấp xã",
        AgencyLevel.Province => "Cấp tỉnh",
        AgencyLevel.Ministry => "Cấp bộ",
        _ => "Cơ quan khác",
    };

    public static string ChannelName(SubmissionChannel channel) => channel switch
    {
        SubmissionChannel.Online => "Trực tuyến",
        SubmissionChannel.Post => "Dịch vụ bưu chính",
        _ => "Trực tiếp",
    };

    internal static string Step(Step step) => Flat(step.Text);

    internal static string Paper(RequiredDocument d) =>
        Row(d.Name, Count(d.Originals), Count(d.Copies), d.Form is { } form && form.Name != d.Name ? form.Name : "", d.Form?.Url ?? "", d.Note);

    internal static string Method(SubmissionMethod m) => Row(ChannelName(m.Channel), m.Time?.Text ?? "", string.Join("; ", m.Fees.Select(fee => fee.Text)), m.Note);

    internal static string LegalBasis(LegalBasis basis) => Row(basis.Title, basis.Number);

    internal static string Outcome(Outcome outcome) => Row(outcome.Name, outcome.Code);

    /// <summary>On one line; the sign that divides cells becomes a slash.</summary>
    internal static string Flat(string text) => string.Join(' ', text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Case(DocumentCase one) => one.Documents.Select(Paper).Prepend(one.Name.Length > 0 ? $"# {Flat(one.Name)}" : "").Where(line => line.Length > 0);

    private static string Row(params string[] parts) => string.Join(" | ", parts.Select(part => Flat(part).Replace('|', '/'))).TrimEnd(' ', '|');

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string YesNo(Answerable answer) => answer switch { Answerable.Yes => "Có", Answerable.No => "Không", _ => "" };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
