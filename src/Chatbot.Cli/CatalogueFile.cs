using System.IO.Compression;
using System.Text.Json;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>Streams the portal's JSONL (plain or gzip) into what the matcher needs; the full import lives in the library's Catalogue folder.</summary>
public static class CatalogueFile
{
    private static readonly string[] BodyColumns = ["yeu_cau_dieu_kien", "ket_qua_xu_ly", "thanh_phan_ho_so", "trinh_tu_thuc_hien", "mo_ta", "tu_khoa"];

    /// <summary>How much of each column helps to find a procedure; the rest repeats it.</summary>
    private const int LongestColumn = 1_200;

    /// <param name="report">Called with one line for each row that could not be read; reading goes on.</param>
    public static KnownCatalogue Read(string path, Action<string> report)
    {
        var procedures = new List<KnownProcedure>();
        using var reader = new StreamReader(Open(path));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line) && ReadRow(line, number, report) is { } procedure)
            {
                procedures.Add(procedure);
            }
        }

        return new(procedures, []);
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        var zipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static KnownProcedure? ReadRow(string line, int number, Action<string> report)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            return ToProcedure(row.RootElement, number, report);
        }
        catch (JsonException error)
        {
            report($"row {number}: not JSON ({error.Message})");
            return null;
        }
    }

    private static KnownProcedure? ToProcedure(JsonElement row, int number, Action<string> report)
    {
        var (code, title) = (Text(row, "ma_thu_tuc"), Text(row, "ten_thu_tuc"));
        if (code.Length == 0 || title.Length == 0)
        {
            report($"row {number}: no {(code.Length == 0 ? "ma_thu_tuc" : "ten_thu_tuc")}");
            return null;
        }

        var levels = Text(row, "cap_thuc_hien").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(code, title, First(row, "_list_linh_vuc", "linh_vuc"), levels, First(row, "_list_co_quan_thuc_hien", "co_quan_thuc_hien"), Text(row, "_quality") == "list_only")
        {
            Body = string.Join('\n', BodyColumns.Select(c => Text(row, c)).Where(t => t.Length > 0).Select(t => t.Length > LongestColumn ? t[..LongestColumn] : t)),
        };
    }

    private static string First(JsonElement row, string name, string otherwise) => Text(row, name) is { Length: > 0 } text ? text : Text(row, otherwise);

    private static string Text(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && text is not ("Không có thông tin" or "Không" or "Không có") ? text : "";
}
