using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing.Spelling;

/// <summary>See <see cref="DatesAndNumbers"/>.</summary>
internal static partial class Dates
{
    private static readonly string[] Weekdays = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"];

    public static IEnumerable<SpellingFinding> Find(string text, DateOnly today)
    {
        foreach (Match iso in Iso().Matches(text))
            yield return Day(iso, 1, 2, 3) is { } day
                ? new SpellingFinding(SpellingKind.DateForm, iso.Value, Write(day)) : new SpellingFinding(SpellingKind.ImpossibleDate, iso.Value, "");
        var dates = Written().Matches(text).Where(match => !IsAddress(text, match)).ToList();
        foreach (var match in dates)
            if (Look(text, match) is { } finding) yield return finding;
        foreach (var finding in LookAtWeekdays(text, today)) yield return finding;
        foreach (var finding in LookAtSpans(text)) yield return finding;
    }

    private static SpellingFinding? Look(string text, Match match)
    {
        var (day, month, year) = (Number(match, 1), Number(match, 3), match.Groups[4].Value);
        if (year.Length == 0 && match.Groups[2].Value != "/") return null;       // 5-10 and 5.10 are other things
        if (year.Length is 1 or 3) return null;
        if (IsDay(day, month, year.Length == 4 ? Number(match, 4) : 2024))
            return year.Length == 2 || (year.Length == 4 && match.Groups[2].Value != "/")
                ? new SpellingFinding(SpellingKind.DateForm, match.Value, $"{day:00}/{month:00}/{(year.Length == 2 ? "20" + year : year)}") : null;
        // Without a year, only what looks like a day that a month does not have, or what is called a day.
        if (year.Length == 0 && !(day <= 31 && month is >= 1 and <= 12) && !CalledDay().IsMatch(text[..match.Index])) return null;
        if (year.Length == 2) return null;
        var swapped = year.Length == 4 && IsDay(month, day, Number(match, 4)) ? $"{month:00}/{day:00}/{year}" : "";
        return new SpellingFinding(SpellingKind.ImpossibleDate, match.Value, swapped);
    }

    private static IEnumerable<SpellingFinding> LookAtWeekdays(string text, DateOnly today)
    {
        foreach (Match match in Named().Matches(text))
        {
            var said = Array.IndexOf(Weekdays, Weekday(match.Groups[1].Value));
            if (said < 0 || Resolve(match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value, today) is not { } day || (int)day.DayOfWeek == said) continue;
            var right = Weekdays[(int)day.DayOfWeek];
            yield return new SpellingFinding(SpellingKind.WrongWeekday, match.Value, $"{right}, {Write(day)}");
        }
    }

    private static IEnumerable<SpellingFinding> LookAtSpans(string text)
    {
        foreach (Match span in Spans().Matches(text))
            if (Day(span, 3, 2, 1) is { } from && Day(span, 6, 5, 4) is { } to && to < from) yield return new SpellingFinding(SpellingKind.ReversedDates, span.Value, "");
    }

    private static DateOnly? Resolve(string day, string month, string year, DateOnly today)
    {
        if (year.Length == 4) return Make(year, month, day);
        // The nearest such day: a notice in December speaks of January.
        return new[] { -1, 0, 1 }.Select(i => Make((today.Year + i).ToString(CultureInfo.InvariantCulture), month, day)).OfType<DateOnly>()
            .OrderBy(d => Math.Abs(d.DayNumber - today.DayNumber)).Cast<DateOnly?>().FirstOrDefault();
    }

    private static string Weekday(string written) => written.ToLowerInvariant() switch
    {
        "cn" => "chủ nhật",
        "thứ 2" or "t2" => "thứ hai",
        "thứ 3" or "t3" => "thứ ba",
        "thứ 4" or "t4" => "thứ tư",
        "thứ 5" or "t5" => "thứ năm",
        "thứ 6" or "t6" => "thứ sáu",
        "thứ 7" or "t7" => "thứ bảy",
        var words => Blanks().Replace(words, " "),
    };

    private static bool IsAddress(string text, Match match) => match.Value == "24/7" || House().IsMatch(text[..match.Index]);

    private static DateOnly? Day(Match match, int year, int month, int day) => Make(match.Groups[year].Value, match.Groups[month].Value, match.Groups[day].Value);

    private static DateOnly? Make(string year, string month, string day)
    {
        var (y, m, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return IsDay(d, m, y) ? new DateOnly(y, m, d) : null;
    }

    private static bool IsDay(int day, int month, int year) => month is >= 1 and <= 12 && year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Write(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/.-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d/-])")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{1,4}))?(?![\d/%-])(?![.,]\d)")]
    private static partial Regex Written();

    [GeneratedRegex(@"(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|trước|sau|từ|đến|hết|thứ\s+\p{L}+|chủ nhật),?\s*\(?$", RegexOptions.IgnoreCase)]
    private static partial Regex CalledDay();

    [GeneratedRegex(@"(?:số|số nhà|nhà|hẻm|ngõ|ngách|kiệt|tỷ lệ|tỉ lệ|loại|khổ|chiếm|khoảng)\s*:?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex House();

    [GeneratedRegex(@"(?<![\p{L}])(chủ\s+nhật|CN|thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|thứ [2-7]|T[2-7])\s*(?:,|\(|-|–)?\s*(?:ngày\s+)?(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?![\d/])", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"từ\s+(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
