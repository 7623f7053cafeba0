using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Radio;

/// <summary>Dates, times, money, phone numbers, codes, measures and what other numbers are left.</summary>
internal sealed partial class SpokenNumbers(NumberWords numbers)
{
    private static readonly SpeechData data = SpeechData.Embedded;

    // 05/08/2025 → ngày mùng năm tháng tám năm …
    public string Dates(string text)
    {
        text = FullDate().Replace(text, m => IsDay(m.Groups[2].Value, m.Groups[3].Value)
            ? $"{(m.Groups[1].Success ? m.Groups[1].Value : "ngày ")}{Day(m.Groups[2].Value)} {Month(m.Groups[3].Value)} năm {Number(m.Groups[4].Value)}" : m.Value);
        text = MonthAndYear().Replace(text, m => $"{Month(m.Groups[1].Value)} năm {Number(m.Groups[2].Value)}");
        text = DayInWords().Replace(text, m => $"{m.Groups[1].Value} {Day(m.Groups[2].Value)}");
        return MonthInWords().Replace(text, m => $"{m.Groups[1].Value} {MonthNumber(m.Groups[2].Value)}");
    }

    // 07:30 - 11:30 → bảy giờ ba mươi phút đến mười một giờ ba mươi phút
    public string Times(string text) => Time().Replace(TimeRange().Replace(text, "$1 đến $2"), m =>
        $"{Number(m.Groups[1].Value)} giờ{(int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) == 0 ? "" : $" {Number(m.Groups[2].Value)} phút")}");

    // 8.000 đồng/bản → tám nghìn đồng một bản
    public string Money(string text)
    {
        text = PriceRange().Replace(text, "$1 đến ");
        text = Price().Replace(text, m => $"{Grouped(m.Groups[1].Value)} {(m.Groups[2].Value.StartsWith('đ') || m.Groups[2].Value.StartsWith('V') ? "đồng" : m.Groups[2].Value)}");
        return PerPiece().Replace(text, "$1 một ");
    }

    public static string Phones(string text) => Emergency().Replace(Phone().Replace(text, m => string.Join(", ", Groups(m.Value).Select(NumberWords.Each))),
        m => $"{m.Groups[1].Value}{NumberWords.Each(m.Groups[2].Value)}");

    // 1.001193 → một chấm không không một một chín ba; CT01 → xê tê không một
    public static string Codes(string text)
    {
        text = ProcedureCode().Replace(text, m => string.Join(" chấm ", m.Value.Split('.').Select(NumberWords.Each)));
        return LettersAndDigits().Replace(text, m => string.Join(' ', Piece().Matches(m.Value).Select(p => char.IsAsciiDigit(p.Value[0]) ? NumberWords.Each(p.Value) : data.Spelled(p.Value))));
    }

    // 12,5 % → mười hai phẩy năm phần trăm; 30 m2 → ba mươi mét vuông
    public string Measures(string text)
    {
        text = Range().Replace(text, "$1 đến $2");
        text = Percent().Replace(text, m => $"{Decimal(m.Groups[1].Value)} phần trăm");
        return Measure().Replace(text, m => data.Said("unit", m.Groups[2].Value) is { } unit ? $"{Decimal(m.Groups[1].Value)} {unit}{(m.Groups[3].Success ? " một " : "")}" : m.Value);
    }

    public string Rest(string text)
    {
        text = Fourth().Replace(text, "$1 tư");
        text = Fraction().Replace(text, m => $"{Number(m.Groups[1].Value)} phần {Number(m.Groups[2].Value)}");
        text = WithSeparators().Replace(text, m => Decimal(m.Value));
        return AnyDigits().Replace(text, m => Plain(m.Value));
    }

    private static IEnumerable<string> Groups(string written)
    {
        var groups = written.Split([' ', '.', '-', '(', ')', '–'], StringSplitOptions.RemoveEmptyEntries);
        return groups.Length > 1 ? groups : [.. written.Length == 10 ? new[] { written[..4], written[4..7], written[7..] } : groups];
    }

    private string Plain(string digits) =>
        digits.Length > 12 || (digits.Length > 2 && digits[0] == '0') ? $" {NumberWords.Each(digits)} ".Trim() : Number(digits);

    private string Number(string digits) => numbers.Of(long.Parse(Ascii(digits), CultureInfo.InvariantCulture));

    private static string Ascii(string digits) => string.Concat(digits.Select(d => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(d))));

    private string Grouped(string written) => Decimal(written.Replace(" ", ".", StringComparison.Ordinal));

    // Points part thousands, a comma parts the fraction.
    private string Decimal(string written)
    {
        var parts = written.Split(',');
        var whole = parts[0].Replace(".", "", StringComparison.Ordinal);
        var isWhole = parts[0].Split('.') is var groups && groups.Skip(1).All(g => g.Length == 3);
        if (!isWhole) return string.Join(" chấm ", parts[0].Split('.').Select(Plain));
        var said = Plain(whole);
        return parts.Length == 1 ? said : parts.Skip(1).All(p => p.Length == 3) && parts.Length > 2 ? Plain(string.Concat(parts)) : $"{said} phẩy {string.Join(" phẩy ", parts.Skip(1).Select(Fractional))}";
    }

    private string Fractional(string digits) => digits[0] == '0' || digits.Length > 2 ? NumberWords.Each(digits) : Number(digits);

    private static bool IsDay(string day, string month) => int.Parse(day, CultureInfo.InvariantCulture) is >= 1 and <= 31 && int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12;

    private string Day(string day) => int.Parse(day, CultureInfo.InvariantCulture) <= 10 ? $"mùng {Number(day)}" : Number(day);

    private string Month(string month) => $"tháng {MonthNumber(month)}";

    private string MonthNumber(string month) => int.Parse(month, CultureInfo.InvariantCulture) == 4 ? "tư" : Number(month);

    [GeneratedRegex(@"(ngày\s+)?(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"(?:tháng\s+)?(?<![\d/])(0?[1-9]|1[0-2])/((?:19|20)\d{2})(?![\d/])", RegexOptions.IgnoreCase)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"\b(ngày)\s+(0?[1-9]|[12]\d|3[01])(?=\s+tháng\b)", RegexOptions.IgnoreCase)]
    private static partial Regex DayInWords();

    [GeneratedRegex(@"\b(tháng)\s+(0?[1-9]|1[0-2])(?![\d.,/])", RegexOptions.IgnoreCase)]
    private static partial Regex MonthInWords();

    [GeneratedRegex(@"(\d{1,2}(?::|h|g)\d{2})\s*[-–]\s*(\d{1,2}(?::|h|g)\d{2})")]
    private static partial Regex TimeRange();

    [GeneratedRegex(@"(?<![\d.,])([01]?\d|2[0-4])(?::|h|g|\s+giờ\s+)([0-5]\d)(?![\d:])(?:\s*phút)?")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(?:[. ]\d{3})+|\d+(?:,\d+)?)\s*(đồng|đ|VNĐ|VND|triệu|nghìn|ngàn|tỷ)(?!\p{L})")]
    private static partial Regex Price();

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(?:\.\d{3})*(?:,\d+)?)\s*[-–]\s*(?=\d{1,3}(?:\.\d{3})*(?:,\d+)?\s*(?:đồng|đ|VNĐ|VND|triệu|nghìn|ngàn|tỷ)(?!\p{L}))")]
    private static partial Regex PriceRange();

    [GeneratedRegex(@"\b(đồng|nghìn|ngàn|triệu|tỷ)\s*/\s*(?=\p{L})")]
    private static partial Regex PerPiece();

    [GeneratedRegex(@"(?<![\d.,/])(?:\(?0\d{1,3}\)?(?:[ .-]?\d{1,4}){2,4}|1[89]00[ .-]?\d{2,6}(?:[ .-]\d{2,4})?)(?![\d/])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"((?:số|gọi|qua|máy)\s+)(11[1-9])(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Emergency();

    [GeneratedRegex(@"(?<![\d.])\d\.\d{6}(?:\.\d+)*(?!\d)")]
    private static partial Regex ProcedureCode();

    [GeneratedRegex(@"(?<![\p{L}\d])(?=[\p{Lu}\d]*\p{Lu})(?=[\p{Lu}\d-]*\d)\p{Lu}[\p{Lu}\d]*(?:-[\p{Lu}\d]+)*(?![\p{L}\d])")]
    private static partial Regex LettersAndDigits();

    [GeneratedRegex(@"\d+|\p{Lu}+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<![\d.,/-])(\d+(?:[.,]\d+)?)\s*[-–]\s*(\d+(?:[.,]\d+)?)(?![\d/.-])")]
    private static partial Regex Range();

    [GeneratedRegex(@"(\d+(?:[.,]\d+)*)\s*%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(\d+(?:[.,]\d+)*)\s*(m²|m2|m³|m3|km²|km|cm|mm|m|ha|kg|g|l|kWh|MB|°C|đ)(?![\p{L}\d])(\s*/\s*(?=\p{L}))?")]
    private static partial Regex Measure();

    [GeneratedRegex(@"\b((?:[Tt]hứ|[Tt]háng))\s+4(?!\d)")]
    private static partial Regex Fourth();

    [GeneratedRegex(@"(?<![\d/])(\d{1,2})/(\d{1,3})(?![\d/])")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\d+(?:[.,]\d+)+")]
    private static partial Regex WithSeparators();

    [GeneratedRegex(@"\d+")]
    private static partial Regex AnyDigits();
}
