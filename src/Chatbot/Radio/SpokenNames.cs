using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Radio;

/// <summary>Links, document numbers, Roman numerals and abbreviations.</summary>
internal sealed partial class SpokenNames(NumberWords numbers)
{
    private static readonly SpeechData data = SpeechData.Embedded;

    // "https://dichvucong.gov.vn/…" → "trên Cổng Dịch vụ công quốc gia"
    public static string Links(string text) => Link().Replace(Mail().Replace(text, SaidMail), SaidLink);

    // "Nghị định 123/2015/NĐ-CP" → "Nghị định số một trăm hai mươi ba năm … của Chính phủ"
    public string Documents(string text) => Document().Replace(text, SaidDocument);

    // "Chương IV" → "Chương bốn"
    public string Roman(string text) => RomanNumeral().Replace(text, m => $"{m.Groups[1].Value} {numbers.Of(RomanValue(m.Groups[2].Value))}");

    // "UBND" → "Ủy ban nhân dân"; what the file does not know is spelled
    public static string Abbreviations(string text) => Capitals().Replace(Word().Replace(text, m => data.Said("word", m.Value) ?? m.Value), SaidCapitals);

    private static string SaidMail(Match mail) =>
        $"{mail.Groups[1].Value} a còng {mail.Groups[2].Value}".Replace(".", " chấm ", StringComparison.Ordinal).Replace("-", " gạch ngang ", StringComparison.Ordinal)
            .Replace("_", " gạch dưới ", StringComparison.Ordinal);

    private static string SaidLink(Match link)
    {
        var host = link.Groups["host"].Value.ToLowerInvariant();
        var site = data.Said("site", host) ?? $"trang {host.Replace("www.", "", StringComparison.Ordinal).Replace(".", " chấm ", StringComparison.Ordinal)}";
        var sign = link.Value[^1] is '.' or ',' or ';' ? link.Value[^1].ToString() : "";
        return link.Groups["on"].Success ? $"{link.Groups["on"].Value}{site}{sign}" : $"trên {site}{sign}";
    }

    private string SaidDocument(Match document)
    {
        var type = document.Groups["type"].Value;
        var said = document.Groups["before"].Success || data.Said("type", type) is not { } name ? "" : $"{name} ";
        var number = document.Groups["so"].Success ? "" : "số ";
        var year = document.Groups["year"].Success ? $" năm {numbers.Of(long.Parse(document.Groups["year"].Value, CultureInfo.InvariantCulture))}" : "";
        return $"{document.Groups["before"].Value}{document.Groups["so"].Value}{said}{number}{numbers.Of(long.Parse(document.Groups["number"].Value, CultureInfo.InvariantCulture))}{year} {Issuer(document)}".TrimEnd();
    }

    private string Issuer(Match document)
    {
        var parts = document.Groups["issuer"].Captures.Select(c => c.Value);
        var term = document.Groups["term"].Success ? $" {numbers.Of(long.Parse(document.Groups["term"].Value, CultureInfo.InvariantCulture))}" : "";
        if (document.Groups["term"].Success) parts = [document.Groups["type"].Value];
        return string.Join(", ", parts.Select(p => data.Said("issuer", p) ?? data.Spelled(p))) + term;
    }

    // A word of large letters that is no shout: shorter than six, or without vowels.
    private static string SaidCapitals(Match word)
    {
        var text = word.Value;
        if (data.Said("word", text) is { } said) return said;
        return text.Length <= 5 && !IsReadable(text) ? data.Spelled(text) : text;
    }

    private static bool IsReadable(string text) => text.Any(c => "AEIOUYÀÁẢÃẠĂÂÈÉẺẼẸÊÌÍỈĨỊÒÓỎÕỌÔƠÙÚỦŨỤƯỲÝỶỸỴẤẦẨẪẬẮẰẲẴẶẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰ".Contains(c, StringComparison.Ordinal));

    private static int RomanValue(string roman)
    {
        var values = roman.Select(c => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 100 }).ToList();
        return values.Select((value, i) => i + 1 < values.Count && value < values[i + 1] ? -value : value).Sum();
    }

    [GeneratedRegex(@"(?<on>(?:trên|tại|ở|vào|qua)\s+(?:địa chỉ\s+)?)?(?:https?://)?(?<host>(?:[a-z0-9-]+\.)+(?:vn|com|org|net))(?:/[^\s<>()""”]*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b([\w.-]+)@([\w-]+(?:\.[\w-]+)+)\b")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<before>(?:Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Kế hoạch|Công văn|Thông báo|Luật|Bộ luật|Pháp lệnh)[^\d\n]{0,40}?)?(?<so>\bsố\s+)?\b(?<number>\d{1,6})/(?:(?<year>\d{4})/)?(?<type>[A-ZĐ]{2,8})(?:(?<term>\d{1,2})|(?:-(?<issuer>[A-ZĐ][A-ZĐa-z]{1,9}))+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Document();

    [GeneratedRegex(@"\b((?:[Cc]hương|[Mm]ục|[Pp]hần|[Qq]uý|[Kk]hóa|[Pp]hụ lục|[Kk]ỳ|[Hh]ạng|[Cc]ấp|[Nn]hóm|[Ll]oại|[Đđ]ợt|[Bb]ảng|[Tt]hế kỷ|[Đđ]ại hội(?: lần thứ)?|[Ll]ần(?: thứ)?))\s+(?=[IVXLC])(C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![\p{L}\d])")]
    private static partial Regex RomanNumeral();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:v\.v\.?|TP\.|[\p{L}]{2,8})(?![\p{L}\d])")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}])\p{Lu}{2,5}(?![\p{L}])")]
    private static partial Regex Capitals();
}
