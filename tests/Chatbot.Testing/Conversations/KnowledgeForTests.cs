using Chatbot.Catalogue;
using Chatbot.Catalogue.Starter;
using Chatbot.Conversations;

namespace Chatbot.Testing.Conversations;

/// <summary>States of the catalogue for talks: the starter catalogue as it ships, and it together with entries that have traps.</summary>
public static class KnowledgeForTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Build(Snapshot("starter", [])));
    private static readonly Lazy<Knowledge> Trapped = new(() => Knowledge.Build(Snapshot("starter+traps", Traps)));

    public static Knowledge Starter => Shipped.Value;

    /// <summary>The starter and <see cref="Traps"/>.</summary>
    public static Knowledge WithTraps => Trapped.Value;

    /// <summary>No offices, one procedure: parts of the catalogue are down.</summary>
    public static Knowledge Bare { get; } = Knowledge.Build(CatalogueSnapshot.Build(CatalogueContent.Of([Traps[0]], [], []), Day, "bare"));

    public static IReadOnlyList<Procedure> Traps =>
    [
        new("9.000001", "Cấp giấy phép nuôi lạc đà")
        {
            Field = "Chăn nuôi", SourceUrl = "https://dichvucong.gov.vn/thu-tuc/9.000001",
            Documents = [.. Cases()],
            Steps = [.. Enumerable.Range(1, 30).Select(n => new Step($"Việc thứ {n} mà người nuôi lạc đà phải làm, kể lại đầy đủ để thử việc chia trang của câu trả lời."))],
        },
        new("9.000002", "Đổi giấy phép nuôi voi") { Status = ProcedureStatus.Replaced, ReplacedBy = "9.000003" },
        new("9.000003", "Cấp đổi giấy phép chăn nuôi voi điện tử") { Online = OnlineLevel.FullOnline, DecisionNumber = "12/QĐ-UBND" },
        new("9.000004", "Kiểm dịch hươu cao cổ") { Status = ProcedureStatus.Repealed, ValidUntil = new DateOnly(2026, 6, 30) },
        new("9.000005", "Đăng ký đua thuyền thúng") { ValidFrom = new DateOnly(2027, 1, 1) },
        new("9.000006", "Xác nhận nuôi chim yến") { Detail = Detail.TitleOnly, SourceUrl = "https://dichvucong.gov.vn/thu-tuc/9.000006" },
        new("9.000007", "Cấp thẻ thợ lặn ngọc trai") { Levels = [AgencyLevel.Commune] },
        new("9.000008", "Cấp thẻ thợ lặn ngọc trai") { Levels = [AgencyLevel.Province] },
        new("9.000009", "Hỗ trợ người nuôi đà điểu")
        {
            Detail = Detail.NoFees,
            Methods =
            [
                new SubmissionMethod(SubmissionChannel.InPerson) { Time = new ProcessingTime(7, TimeUnit.WorkingDays, "7 ngày làm việc") },
                new SubmissionMethod(SubmissionChannel.Post),
            ],
        },
    ];

    private static CatalogueSnapshot Snapshot(string version, IReadOnlyList<Procedure> more) => CatalogueSnapshot.Build(
        CatalogueContent.Of(StarterCatalogue.Procedures.Concat(more), StarterCatalogue.Faq, StarterCatalogue.Offices), Day, version);

    private static IEnumerable<DocumentCase> Cases() => Enumerable.Range(1, 4).Select(n => new DocumentCase(
        $"Trường hợp {n} bướu",
        [.. Enumerable.Range(1, 9).Select(paper => new RequiredDocument($"Giấy số {paper} của lạc đà {n} bướu, bản có xác nhận của trại, ghi rõ nguồn gốc và ngày sinh của con vật") { Originals = 1 })]));
}
