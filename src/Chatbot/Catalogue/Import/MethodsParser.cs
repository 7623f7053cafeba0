using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>
/// "Cách thức thực hiện", whose table reached us as one string: channel, time, fee, remark, channel … A channel's name opens a row
/// only when a time and the start of a fee follow it, for remarks use the same names.
/// </summary>
public static partial class MethodsParser
{
    private const string Head = "Hình thức nộpThời gianPhí, lệ phíMô tả";

    /// <param name="text">The section as it stands on the page.</param>
    /// <param name="table">The same table from a crawl that kept it; it lost fees and units, so it only fills what the page lacks.</param>
    /// <param name="page">Everything else the page says, against which a copied unit is checked.</param>
    public static Parsed<SubmissionMethod> Parse(string text, IReadOnlyList<PortalTables.MethodRow> table, string page)
    {
        var said = SourceText.Said(text);
        if (said.StartsWith(Head, StringComparison.Ordinal)) return Glued(said[Head.Length..].Trim());
        if (table.Count > 0) return FromTable(table, page);
        if (said.Length == 0) return new([], Sure: true);
        return FlatMethods.Parse(said);
    }

    /// <summary>Null: not one of the portal's three channels.</summary>
    public static SubmissionChannel? Channel(string name) => name.Trim() switch
    {
        "Trực tuyến" => SubmissionChannel.Online,
        "Trực tiếp" => SubmissionChannel.InPerson,
        "Dịch vụ bưu chính" => SubmissionChannel.Post,
        _ => null,
    };

    private static Parsed<SubmissionMethod> Glued(string body)
    {
        var starts = RowStart().Matches(body);
        if (starts.Count == 0) return new([], Sure: body.Length == 0);
        var methods = new List<SubmissionMethod>();
        var sure = starts[0].Index == 0;
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Index : body.Length;
            var row = Row(starts[i], body[(starts[i].Index + starts[i].Groups["channel"].Length)..end]);
            methods.Add(row.Method);
            sure &= row.Sure;
        }
        return new(methods, sure);
    }

    private static (SubmissionMethod Method, bool Sure) Row(Match start, string cells)
    {
        var time = start.Groups["time"].Value;
        var split = start.Groups["digits"].Success ? GluedDigits.Split(start.Groups["digits"].Value) : (time, "");
        if (split is not { } parts)   // "1550,000": 1 and 550,000, or 15 and 50,000
        {
            var unsplit = new Fee(null, $"Nguồn ghi liền thời hạn và mức phí: “{SourceText.Line(cells)}”");
            return (new SubmissionMethod(Channel(start.Groups["channel"].Value)!.Value) { Fees = [unsplit] }, false);
        }
        var (fees, rest) = FeesParser.Take(cells[parts.Item1.Length..]);
        var method = new SubmissionMethod(Channel(start.Groups["channel"].Value)!.Value)
        {
            Time = TimeParser.Parse(parts.Item1),
            Fees = fees.Items,
            Note = SourceText.Said(rest),
        };
        return (method, fees.Sure);
    }

    private static Parsed<SubmissionMethod> FromTable(IReadOnlyList<PortalTables.MethodRow> table, string page)
    {
        var methods = new List<SubmissionMethod>();
        var sure = true;
        foreach (var row in table)
        {
            if (Channel(row.Channel) is not { } channel)
            {
                sure = false;
                continue;
            }
            var fees = FeesParser.Cell(row.Fee);
            sure &= fees.Sure;
            var time = row.Fee.Length > 0 ? TimeParser.Parse(row.Time) : TimeParser.ParseCopied(row.Time, page);
            methods.Add(new SubmissionMethod(channel) { Time = time, Fees = fees.Items, Note = SourceText.Said(row.Note) });
        }
        return new(methods, sure);
    }

    private const string Fee = @"(?:Miễn phí|Không có thông tin|\d[\d,.]*\s?(?:Việt Nam Đồng|VNĐ|VND|USD|EUR|Đồng|đồng))";

    // Time: with a unit; "Không có thông tin"; digits alone, glued to "Miễn phí" or to the digits of an amount; or a sentence that starts with a capital.
    [GeneratedRegex(@"(?<channel>Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(?:(?<time>\d+(?:[.,]\d+)?\s*(?:Ngày làm việc|Ngày|Giờ|Tháng)|Không có thông tin)(?=" + Fee +
        @")|(?<time>\d+)(?=Miễn phí|Không có thông tin)|(?<digits>\d[\d,.]*)(?=\s?(?:Việt Nam Đồng|VNĐ|VND|USD|EUR|Đồng|đồng))|(?<time>\p{Lu}(?:(?!Trực tuyến|Trực tiếp|Dịch vụ bưu chính|Miễn phí|Không có thông tin)[^\n]){2,160}?)(?=" + Fee + "))")]
    private static partial Regex RowStart();
}
