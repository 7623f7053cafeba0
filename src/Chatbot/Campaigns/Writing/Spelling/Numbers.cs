using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing.Spelling;

/// <summary>See <see cref="DatesAndNumbers"/>.</summary>
internal static partial class Numbers
{
    private static readonly CultureInfo Vietnamese = new("vi-VN");

    public static IEnumerable<SpellingFinding> Find(string text)
    {
        foreach (Match match in Counted().Matches(text))
            if (Look(match.Value, match.Groups[1].Value, match.Groups[2].Value.ToLowerInvariant()) is { } finding) yield return finding;
        foreach (Match match in English().Matches(text))
            yield return new SpellingFinding(SpellingKind.NumberForm, match.Value, match.Value.Replace(',', '.'));
        foreach (Match match in Before().Matches(text))
            yield return new SpellingFinding(SpellingKind.MoneyForm, match.Value, $"{Plain(match.Groups[1].Value) ?? match.Groups[1].Value} đồng");
    }

    private static SpellingFinding? Look(string written, string number, string unit)
    {
        if (Thousand().IsMatch(unit)) return new SpellingFinding(SpellingKind.MoneyForm, written, unit is "k" && Grouped(number + "000") is { } sum ? $"{sum} đồng" : $"{number.Replace('.', ',')} triệu đồng");
        var isMoney = Currency().IsMatch(unit);
        if (number.Contains('.', StringComparison.Ordinal) && !Groups().IsMatch(number))
            return Decimal().IsMatch(number) && !isMoney
                ? new SpellingFinding(SpellingKind.NumberForm, written, written.Replace('.', ','))
                : isMoney ? new SpellingFinding(SpellingKind.WrongGroups, written, "") : null;
        if (Plain(number) is not { } plain) return null;
        if (isMoney && unit != "đồng") return new SpellingFinding(SpellingKind.MoneyForm, written, $"{plain} đồng");
        return plain == number ? null : new SpellingFinding(SpellingKind.NumberForm, written, written.Replace(number, plain, StringComparison.Ordinal));
    }

    /// <summary>With points between thousands; null: not a whole number.</summary>
    private static string? Plain(string number) =>
        Groups().IsMatch(number) ? number : EnglishWhole().IsMatch(number) ? number.Replace(',', '.') : number.All(char.IsAsciiDigit) ? number.Length < 5 ? number : Grouped(number) : null;

    private static string? Grouped(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value.ToString("#,0", Vietnamese) : null;

    [GeneratedRegex(@"(?<![\d.,/:-])(\d[\d.,]*\d|\d)\s?(đồng|đ|vnđ|vnd|k|tr|triệu|tỷ|tỉ|%|người|hộ|suất|lượt|ha|km|m2|m|kg|tấn|°C)(?![\p{L}\p{N}])", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])(?!\s?(?:đồng|đ|vnđ|vnd|triệu|tỷ|tỉ|%|người|hộ|suất|lượt|ha|km|m2|m|kg|tấn)(?![\p{L}\p{N}]))", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<![\p{L}])(?:VNĐ|VND)\s?(\d[\d.,]*\d|\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex("^(?:đồng|đ|vnđ|vnd)$")]
    private static partial Regex Currency();

    [GeneratedRegex("^(?:k|tr)$")]
    private static partial Regex Thousand();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+$")]
    private static partial Regex Groups();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+$")]
    private static partial Regex EnglishWhole();

    [GeneratedRegex(@"^\d+\.\d{1,2}$")]
    private static partial Regex Decimal();
}
