using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>Recurrence as people say it: "thứ Hai hằng tuần lúc 8 giờ", "ngày 5 và ngày 20 hằng tháng lúc 14 giờ 30", "thứ Sáu cuối cùng hằng tháng lúc 9 giờ", "2 tuần một lần vào thứ Tư lúc 8 giờ".</summary>
public static partial class RecurrenceWords
{
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
    private static readonly string[] Places = ["", "đầu tiên", "thứ hai", "thứ ba", "thứ tư"];

    /// <returns>Null: not understood, or impossible (ngày 32, tháng 13, 25 giờ).</returns>
    public static Recurrence? Read(string words)
    {
        var text = Tidy(words);
        if (TakeTime(ref text) is not { } at || TakeEvery(ref text) is not { } turn) return null;
        var (kind, every) = turn;
        var read = kind switch
        {
            RecurrenceKind.Daily => text.Length == 0 ? new Recurrence(kind, at) : null,
            RecurrenceKind.Weekly => ReadWeek(text, at),
            RecurrenceKind.Monthly => ReadMonth(text, at),
            _ => ReadYear(text, at),
        };
        return read is null || !(read with { Every = every }).IsSound ? null : read with { Every = every };
    }

    /// <summary>In words that <see cref="Read"/> understands as the same.</summary>
    public static string Say(Recurrence rule)
    {
        var time = rule.At.Minute == 0 ? $"{rule.At.Hour} giờ" : $"{rule.At.Hour} giờ {rule.At.Minute:00}";
        var unit = rule.Kind switch { RecurrenceKind.Daily => "ngày", RecurrenceKind.Weekly => "tuần", RecurrenceKind.Monthly => "tháng", _ => "năm" };
        var when = rule.Kind switch
        {
            RecurrenceKind.Daily => "",
            RecurrenceKind.Weekly => List(rule.Weekdays.Select(day => Weekdays[(int)day])),
            _ when rule.Nth == Recurrence.Last => $"{Weekdays[(int)rule.Weekdays[0]]} cuối cùng",
            _ when rule.Nth > 0 => $"{Weekdays[(int)rule.Weekdays[0]]} {(rule.Nth == 1 ? Places[1] : "tuần " + Places[rule.Nth])}",
            _ => List(rule.Days.Select(day => day == Recurrence.LastDay ? "ngày cuối cùng" : $"ngày {day}")) + (rule.Month > 0 ? $" tháng {rule.Month}" : ""),
        };
        var turn = rule.Every == 1 ? $"{when} hằng {unit}" : when.Length == 0 ? $"{rule.Every} {unit} một lần" : $"{rule.Every} {unit} một lần vào {when}";
        return $"{turn.Trim()} lúc {time}";
    }

    private static TimeOnly? TakeTime(ref string text)
    {
        var match = Time().Match(text);
        if (!match.Success) return null;
        var (hour, minute) = (Number(match, 1), match.Groups[2].Success ? Number(match, 2) : 0);
        var part = match.Groups[3].Value;
        if (part is "chiều" or "tối" && hour < 12) hour += 12;
        if (part == "trưa" && hour is 1 or 2) hour += 12;
        if ((part == "sáng" && hour > 11) || hour > 23 || minute > 59) return null;
        text = Clean(text.Remove(match.Index, match.Length));
        return new TimeOnly(hour, minute);
    }

    private static (RecurrenceKind Kind, int Every)? TakeEvery(ref string text)
    {
        var match = Turn().Match(text);
        if (!match.Success) return null;
        var number = match.Groups[1].Success ? Number(match, 1) : 1;
        var unit = match.Groups[2].Success ? match.Groups[2].Value : match.Groups[3].Value;
        text = Clean(text.Remove(match.Index, match.Length));
        return unit switch
        {
            "ngày" => (RecurrenceKind.Daily, number),
            "tuần" => (RecurrenceKind.Weekly, number),
            "tháng" => (RecurrenceKind.Monthly, number),
            "quý" => (RecurrenceKind.Monthly, number * 3),
            _ => (RecurrenceKind.Yearly, number),
        };
    }

    private static Recurrence? ReadWeek(string text, TimeOnly at)
    {
        if (Span().Match(text) is { Success: true } span && Day(span.Groups[1].Value) is { } from && Day(span.Groups[2].Value) is { } to)
        {
            var (first, last) = (Order(from), Order(to));
            return first < last ? new Recurrence(RecurrenceKind.Weekly, at) { Weekdays = [.. Enumerable.Range(first, last - first + 1).Select(i => (DayOfWeek)((i + 1) % 7))] } : null;
        }
        var days = Parts(text).Select(Day).ToList();
        return days.Count == 0 || days.Contains(null) ? null : new Recurrence(RecurrenceKind.Weekly, at) { Weekdays = [.. days.OfType<DayOfWeek>().Distinct().OrderBy(Order)] };
    }

    private static Recurrence? ReadMonth(string text, TimeOnly at)
    {
        if (NthWeekday().Match(text) is { Success: true } nth && Day(nth.Groups[1].Value) is { } weekday)
            return new Recurrence(RecurrenceKind.Monthly, at) { Weekdays = [weekday], Nth = NthOf(nth.Groups[2].Value) };
        return ReadDays(text) is { } days ? new Recurrence(RecurrenceKind.Monthly, at) { Days = days } : null;
    }

    private static Recurrence? ReadYear(string text, TimeOnly at)
    {
        var match = InMonth().Match(text);
        if (!match.Success || ReadDays(Clean(text.Remove(match.Index, match.Length))) is not { } days) return null;
        var month = Number(match, 1);
        // A day that this month never has is a slip, not the last one.
        return month is >= 1 and <= 12 && days.All(day => day == Recurrence.LastDay || day <= DateTime.DaysInMonth(2024, month)) ? new Recurrence(RecurrenceKind.Yearly, at) { Days = days, Month = month } : null;
    }

    private static List<int>? ReadDays(string text)
    {
        var days = Parts(text).Select(part => DayOfMonth().Match(part) is { Success: true } match ? match.Groups[1].Success ? Number(match, 1) : Recurrence.LastDay : 0).ToList();
        return days.Count == 0 || days.Exists(day => day is < 1 or > 32 || (day == 32 && !text.Contains("cuối", StringComparison.Ordinal))) ? null : [.. days.Distinct().Order()];
    }

    private static IEnumerable<string> Parts(string text) => Comma().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0);

    private static DayOfWeek? Day(string words) => words.Trim() switch
    {
        "chủ nhật" or "cn" => DayOfWeek.Sunday,
        "thứ hai" or "thứ 2" or "t2" => DayOfWeek.Monday,
        "thứ ba" or "thứ 3" or "t3" => DayOfWeek.Tuesday,
        "thứ tư" or "thứ 4" or "t4" => DayOfWeek.Wednesday,
        "thứ năm" or "thứ 5" or "t5" => DayOfWeek.Thursday,
        "thứ sáu" or "thứ 6" or "t6" => DayOfWeek.Friday,
        "thứ bảy" or "thứ 7" or "t7" => DayOfWeek.Saturday,
        _ => null,
    };

    private static int NthOf(string words) => words switch { "đầu tiên" or "đầu" or "tuần đầu" or "tuần thứ nhất" or "tuần đầu tiên" => 1, "tuần thứ hai" => 2, "tuần thứ ba" => 3, "tuần thứ tư" => 4, _ => Recurrence.Last };

    private static int Order(DayOfWeek day) => ((int)day + 6) % 7;

    private static string List(IEnumerable<string> words) => words.ToList() is { Count: > 1 } many ? $"{string.Join(", ", many.Take(many.Count - 1))} và {many[^1]}" : words.First();

    private static string Tidy(string words) => Blanks().Replace(words.Normalize().ToLowerInvariant(), " ").Trim(' ', '.', ',').Replace("hàng ", "hằng ", StringComparison.Ordinal).Replace("mồng ", "", StringComparison.Ordinal).Replace("mùng ", "", StringComparison.Ordinal);

    private static string Clean(string text) => Blanks().Replace(Filler().Replace(text, " "), " ").Trim(' ', ',');

    private static int Number(Match match, int group) => int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    [GeneratedRegex(@"(?:(?:vào )?lúc |vào hồi |hồi )?(?<![\d])(\d{1,2}) ?(?:giờ|h|g|:) ?(?:(\d{1,2})(?: phút)?)?(?: (sáng|trưa|chiều|tối))?(?![\p{L}\d])(?=[ ,.]|$)")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?:cứ |mỗi )?(?<![\p{L}\d])(\d{1,2}) (ngày|tuần|tháng|quý|năm) (?:một|1) lần(?: vào)?|(?<!\p{L})(?:hằng|mỗi) (ngày|tuần|tháng|quý|năm)(?!\p{L})")]
    private static partial Regex Turn();

    [GeneratedRegex(@"^(?:từ )?(thứ \S+|t\d|chủ nhật|cn) (?:đến|tới|-) (thứ \S+|t\d|chủ nhật|cn)$")]
    private static partial Regex Span();

    [GeneratedRegex(@"^(thứ \S+|t\d|chủ nhật|cn) (đầu tiên|đầu|cuối cùng|cuối|tuần đầu tiên|tuần đầu|tuần thứ (?:nhất|hai|ba|tư)|tuần cuối cùng|tuần cuối)$")]
    private static partial Regex NthWeekday();

    [GeneratedRegex(@"^(?:ngày )?(?:(\d{1,2})|cuối cùng|cuối)$")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"(?<!\p{L})tháng (\d{1,2})(?!\d)")]
    private static partial Regex InMonth();

    [GeneratedRegex(@" ?(?:,|;| và | & ) ?")]
    private static partial Regex Comma();

    [GeneratedRegex(@"(?<!\p{L})(?:vào|các|của)(?!\p{L})")]
    private static partial Regex Filler();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
