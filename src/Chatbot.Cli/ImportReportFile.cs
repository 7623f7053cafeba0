using System.Globalization;
using System.Text;
using Chatbot.Catalogue.Import;
using CsvHelper;

namespace Chatbot.Cli;

/// <summary>The whole report as CSV: one line a problem, an amended field or a missing code.</summary>
internal static class ImportReportFile
{
    public static void Write(string path, ImportReport report)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        Line(csv, "Loại", "Dòng", "Mã", "Trường", "Nội dung", "Trước", "Sau");
        foreach (var p in report.Problems)
            Line(csv, p.LeftOut ? "Bỏ qua" : "Cần xem lại", p.Row.ToString(CultureInfo.InvariantCulture), p.Code, p.Field, p.Problem, "", "");
        foreach (var amendment in report.Amendments)
            foreach (var change in amendment.Changes) Line(csv, "Sửa đổi", "", amendment.Code, change.Field, "", change.Before, change.After);
        foreach (var code in report.Gone) Line(csv, "Không còn trong nguồn", "", code, "", "", "", "");
    }

    private static void Line(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
