using System.Text.Json;

namespace Chatbot.Catalogue.Import;

/// <summary>One row of the portal's file, field for field, read so that no type or missing field can stop it.</summary>
/// <remarks>Fields as in the data's description; the names are the portal's. Texts are cleaned (NFC), placeholders kept.</remarks>
public sealed record PortalRow
{
    public required string Code { get; init; }
    public string Title { get; init; } = "";
    public string Url { get; init; } = "";
    public string FallbackUrl { get; init; } = "";
    public string DecisionNumber { get; init; } = "";
    public string Levels { get; init; } = "";
    public string Field { get; init; } = "";
    public string Applicants { get; init; } = "";
    public string ReceivingPlace { get; init; } = "";
    public string Steps { get; init; } = "";
    public string Methods { get; init; } = "";
    public string Documents { get; init; } = "";
    public string LegalBases { get; init; } = "";
    public string Performer { get; init; } = "";
    public string Conditions { get; init; } = "";
    public string Outcomes { get; init; } = "";
    public string Page { get; init; } = "";
    public string Description { get; init; } = "";
    public string Crawl { get; init; } = "";
    public string Agency { get; init; } = "";
    public string Quality { get; init; } = "";
    public string ListPerformer { get; init; } = "";
    public string ListField { get; init; } = "";
    public PortalTables Tables { get; init; } = PortalTables.None;

    /// <summary>Fields that were there with a type that nothing can be read from.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    public static PortalRow Read(JsonElement json)
    {
        var fields = new LenientFields(json);
        return new PortalRow
        {
            Code = fields.Line("ma_thu_tuc"),
            Title = fields.Line("ten_thu_tuc"),
            Url = fields.Line("detail_url"),
            FallbackUrl = fields.Line("_fallback_url"),
            DecisionNumber = fields.Line("so_quyet_dinh"),
            Levels = fields.Line("cap_thuc_hien"),
            Field = fields.Line("linh_vuc"),
            Applicants = fields.Line("doi_tuong_thuc_hien"),
            ReceivingPlace = fields.Text("dia_chi_tiep_nhan"),
            Steps = fields.Text("trinh_tu_thuc_hien"),
            Methods = fields.Text("cach_thuc_thuc_hien"),
            Documents = fields.Text("thanh_phan_ho_so"),
            LegalBases = fields.Text("can_cu_phap_ly"),
            Performer = fields.Text("co_quan_thuc_hien"),
            Conditions = fields.Text("yeu_cau_dieu_kien"),
            Outcomes = fields.Text("ket_qua_xu_ly"),
            Page = fields.Text("raw_text"),
            Description = fields.Text("mo_ta"),
            Crawl = fields.Line("_crawl"),
            Agency = fields.Line("_agency"),
            Quality = fields.Line("_quality"),
            ListPerformer = fields.Text("_list_co_quan_thuc_hien"),
            ListField = fields.Line("_list_linh_vuc"),
            Tables = PortalTables.Read(fields.Child("_structured")),
            Unreadable = fields.Unreadable,
        };
    }
}
