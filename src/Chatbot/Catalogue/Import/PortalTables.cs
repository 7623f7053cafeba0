using System.Text.Json;

namespace Chatbot.Catalogue.Import;

/// <summary>Tables of a crawl that kept them (<c>_structured</c>); every cell is text, empty when the source has none.</summary>
public sealed record PortalTables
{
    public static readonly PortalTables None = new();

    public IReadOnlyList<MethodRow> Methods { get; init; } = [];
    public IReadOnlyList<DocumentRow> Documents { get; init; } = [];
    public IReadOnlyList<LegalRow> Legal { get; init; } = [];
    public IReadOnlyList<ResultRow> Results { get; init; } = [];

    public sealed record MethodRow(string Channel, string Time, string Fee, string Note);
    public sealed record DocumentRow(string Case, string Name, string Originals, string Copies, string Files);
    public sealed record LegalRow(string Title, string Number);
    public sealed record ResultRow(string Name, string Code);

    public static PortalTables Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return None;
        return new PortalTables
        {
            Methods = Rows(json, "methods", r => new MethodRow(r.Line("hinh_thuc"), r.Line("thoi_gian"), r.Text("phi_le_phi"), r.Text("mo_ta"))),
            Documents = Rows(json, "documents",
                r => new DocumentRow(r.Line("nhom"), r.Line("ten_giay_to"), r.Line("ban_chinh"), r.Line("ban_sao"), r.Line("tep"))),
            Legal = Rows(json, "legal", r => new LegalRow(r.Line("ten"), r.Line("ma"))),
            Results = Rows(json, "results", r => new ResultRow(r.Line("ten"), r.Line("ma"))),
        };
    }

    private static List<T> Rows<T>(JsonElement json, string name, Func<LenientFields, T> read) =>
        json.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().Select(row => read(new LenientFields(row))).ToList()
            : [];
}
