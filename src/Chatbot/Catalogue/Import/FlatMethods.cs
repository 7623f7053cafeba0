using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>The methods of a flat page, words divided by spaces only. Never sure: the original text stays beside it.</summary>
public static partial class FlatMethods
{
    private const string Head = "Hình thức nộp Thời hạn giải quyết Phí, lệ phí Mô tả";

    public static Parsed<SubmissionMethod> Parse(string text)
    {
        var body = text.StartsWith(Head, StringComparison.Ordinal) ? text[Head.Length..].Trim() : text;
        var starts = RowStart().Matches(body);
        var methods = new List<SubmissionMethod>();
        for (var i = 0; i < starts.Count; i++)
        {
            var from = starts[i].Index + starts[i].Length;
            var end = i + 1 < starts.Count ? starts[i + 1].Index : body.Length;
            methods.Add(Row(starts[i], body[from..end].Trim()));
        }
        return new(methods, Sure: false);
    }

    private static SubmissionMethod Row(Match start, string cells)
    {
        var fee = FeeCell().Match(cells);
        var fees = fee.Success ? FeesParser.Cell(fee.Value).Items : [];
        return new SubmissionMethod(MethodsParser.Channel(start.Groups["channel"].Value)!.Value)
        {
            Time = TimeParser.Parse(start.Groups["time"].Value),
            Fees = fees,
            Note = SourceText.Said(fee.Success ? cells[fee.Length..] : cells),
        };
    }

    [GeneratedRegex(@"(?:(?<=^)|(?<=[ \n]))(?<channel>Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?= \d+ (?:Ngày|Giờ|Tháng)| [Kk]hông quy định| \p{Lu}| -)(?: (?<time>\d+ (?:Ngày làm việc|Ngày|Giờ|Tháng)|[Kk]hông quy định))?")]
    private static partial Regex RowStart();

    [GeneratedRegex(@"^(?:Phí|Lệ phí) ?: ?\d[\d.,]* ?Đồng(?: ?\([^)]*\))?")]
    private static partial Regex FeeCell();
}
