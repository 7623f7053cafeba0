using System.Globalization;
using Chatbot.Catalogue.Import;

namespace Chatbot.Cli;

/// <summary>The report as a person reads it after an import; everything in full goes to <see cref="ImportReportFile"/>.</summary>
internal static class ImportReportText
{
    private const int MostLines = 40;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static void Write(TextWriter output, ImportReport report, SectionShares shares, TimeSpan duration)
    {
        var run = report.Run;
        output.WriteLine(string.Create(Vietnamese, $"Đã đọc {run.Rows:N0} dòng trong {duration.TotalSeconds:N1} giây: mới {run.Added:N0}, sửa đổi {run.Amended:N0}, không đổi {run.Unchanged:N0}, không còn trong nguồn {run.Gone:N0}, bỏ qua {run.LeftOut:N0}."));
        WriteShares(output, shares);
        List(output, "Sửa đổi", report.Amendments, a => $"{a.Code}: {string.Join(", ", a.Changes.Select(c => c.Field))}");
        List(output, "Không còn trong nguồn (giữ nguyên, chờ cán bộ quyết định)", report.Gone, code => code);
        List(output, "Dòng bị bỏ qua", [.. report.Problems.Where(p => p.LeftOut)], p => $"dòng {p.Row} {p.Code} {p.Field}: {p.Problem}");
        var remarks = report.Problems.Where(p => !p.LeftOut).GroupBy(p => (p.Field, p.Problem)).OrderByDescending(g => g.Count()).ToList();
        List(output, "Cần xem lại", remarks, g => $"{g.Count()} dòng, {g.Key.Field}: {g.Key.Problem} (ví dụ {string.Join(", ", g.Take(3).Select(p => p.Code))})");
    }

    private static void WriteShares(TextWriter output, SectionShares shares)
    {
        if (!shares.All.Any(s => s.Stated > 0)) return;
        output.WriteLine("Mục          có nêu   tách chắc chắn   tách một phần   chỉ có nguyên văn");
        foreach (var share in shares.All)
            output.WriteLine(string.Create(Vietnamese,
                $"{share.Section,-12} {share.Stated,6} {share.Structured,8} ({share.StructuredPart,6:P1}) {share.Partly,12} {share.TextOnly,15}"));
    }

    private static void List<T>(TextWriter output, string title, IReadOnlyList<T> items, Func<T, string> line)
    {
        if (items.Count == 0) return;
        output.WriteLine($"{title}: {items.Count}");
        foreach (var item in items.Take(MostLines)) output.WriteLine("  " + line(item));
        if (items.Count > MostLines) output.WriteLine($"  … và {items.Count - MostLines} mục nữa; dùng --report để ghi đầy đủ");
    }
}
