using Chatbot.Campaigns.Scheduling;
using FsCheck;
using FsCheck.Fluent;

namespace Chatbot.Tests.Campaigns.Scheduling;

/// <summary>When a campaign returns: against a calendar that is counted day by day in another way, and in words there and back.</summary>
public sealed class RecurrenceTests
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly DateOnly Start = new(2026, 11, 22);

    [Theory]
    [InlineData("thứ Hai hằng tuần lúc 8 giờ", "23/11 08:00", "30/11 08:00", "07/12 08:00")]
    [InlineData("hàng tuần vào thứ 2, thứ 4 và chủ nhật, 14h30", "22/11 14:30", "23/11 14:30", "25/11 14:30")]
    [InlineData("từ thứ Hai đến thứ Sáu hằng tuần lúc 7 giờ 45", "23/11 07:45", "24/11 07:45", "25/11 07:45")]
    [InlineData("ngày 5 hằng tháng lúc 9 giờ", "05/12 09:00", "05/01 09:00", "05/02 09:00")]
    [InlineData("mùng 5 và ngày 20 mỗi tháng lúc 2 giờ chiều", "05/12 14:00", "20/12 14:00", "05/01 14:00")]
    [InlineData("ngày 31 hằng tháng lúc 8h", "30/11 08:00", "31/12 08:00", "31/01 08:00")]
    [InlineData("ngày cuối cùng hằng tháng lúc 8:00", "30/11 08:00", "31/12 08:00", "31/01 08:00")]
    [InlineData("thứ Sáu cuối cùng hằng tháng lúc 9 giờ", "27/11 09:00", "25/12 09:00", "29/01 09:00")]
    [InlineData("thứ Ba tuần thứ hai hằng tháng lúc 9 giờ", "08/12 09:00", "12/01 09:00", "09/02 09:00")]
    [InlineData("hằng ngày lúc 6 giờ tối", "22/11 18:00", "23/11 18:00", "24/11 18:00")]
    [InlineData("2 ngày một lần lúc 8 giờ", "22/11 08:00", "24/11 08:00", "26/11 08:00")]
    [InlineData("cứ 2 tuần một lần vào thứ Tư lúc 8 giờ", "02/12 08:00", "16/12 08:00", "30/12 08:00")]   // 22/11 is in the week before
    [InlineData("ngày 10, hằng quý, lúc 8 giờ", "10/02 08:00", "10/05 08:00", "10/08 08:00")]
    [InlineData("ngày 10 tháng 10 hằng năm lúc 8 giờ", "10/10 08:00", "10/10 08:00", "10/10 08:00")]
    public void Plain_words_are_understood(string words, params string[] expected)
    {
        var rule = RecurrenceWords.Read(words);
        Assert.NotNull(rule);
        var first = new DateTimeOffset(2026, 11, 22, 0, 0, 0, Vietnam);
        Assert.Equal(expected, rule.Times(first, last: null, after: first.AddTicks(-1)).Take(3).Select(at => at.ToString("dd'/'MM HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hằng tuần lúc 8 giờ")]
    [InlineData("thứ Hai hằng tuần")]
    [InlineData("thứ Tám hằng tuần lúc 8 giờ")]
    [InlineData("thứ Hai hằng tuần lúc 25 giờ")]
    [InlineData("thứ Hai hằng tuần lúc 8 giờ 75")]
    [InlineData("ngày 32 hằng tháng lúc 8 giờ")]
    [InlineData("ngày 0 hằng tháng lúc 8 giờ")]
    [InlineData("ngày 31 tháng 2 hằng năm lúc 8 giờ")]
    [InlineData("ngày 5 tháng 13 hằng năm lúc 8 giờ")]
    [InlineData("100 ngày một lần lúc 8 giờ")]
    [InlineData("0 ngày một lần lúc 8 giờ")]
    [InlineData("khi nào rảnh")]
    [InlineData("thứ Hai và ngày 5 hằng tháng lúc 8 giờ")]
    public void What_is_not_clear_is_refused(string words) => Assert.Null(RecurrenceWords.Read(words));

    [Fact]
    public void What_is_said_is_read_as_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Rules.ToArbitrary(), rule => RecurrenceWords.Read(RecurrenceWords.Say(rule)) == rule));

    [Fact]
    public void It_falls_on_the_days_that_a_calendar_counted_otherwise_says() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Rules.ToArbitrary(), rule =>
        {
            var first = new DateTimeOffset(Start.ToDateTime(TimeOnly.MinValue), Vietnam);
            var last = first.AddDays(800);
            var expected = Enumerable.Range(0, 801).Select(i => Start.AddDays(i)).Where(day => Model(rule, day)).Select(day => new DateTimeOffset(day.ToDateTime(rule.At), Vietnam)).Where(at => at <= last);
            return rule.Times(first, last, first.AddTicks(-1)).SequenceEqual(expected);
        }));

    [Fact]
    public void Asked_in_pieces_it_says_the_same_as_at_once_and_nothing_twice() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Rules.ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), (rule, minutes) =>
        {
            var from = new DateTimeOffset(2026, 11, 22, 0, 0, 0, Vietnam);
            var after = from.AddMinutes(minutes);
            var all = rule.Times(from, null, after).Take(8).ToList();
            var pieces = new List<DateTimeOffset>();
            for (var at = after; pieces.Count < all.Count; pieces.Add(at)) at = rule.Times(from, null, at).First();
            return pieces.SequenceEqual(all) && all.SequenceEqual(all.Distinct().Order()) && all.TrueForAll(at => at > after && at >= from && TimeOnly.FromDateTime(at.DateTime) == rule.At);
        }));

    [Fact]
    public void It_has_no_times_outside_its_first_and_last_moment()
    {
        var rule = RecurrenceWords.Read("hằng ngày lúc 8 giờ")!;
        var (first, last) = (new DateTimeOffset(2026, 12, 1, 9, 0, 0, Vietnam), new DateTimeOffset(2026, 12, 4, 8, 0, 0, Vietnam));
        Assert.Equal([2, 3, 4], rule.Times(first, last, DateTimeOffset.UnixEpoch).Select(at => at.Day));
    }

    private static bool Model(Recurrence rule, DateOnly day)
    {
        bool DayOfMonth() => rule.Days.Contains(day.Day) || (day.AddDays(1).Day == 1 && rule.Days.Any(wanted => wanted > day.Day));
        switch (rule.Kind)
        {
            case RecurrenceKind.Daily:
                return (day.DayNumber - Start.DayNumber) % rule.Every == 0;
            case RecurrenceKind.Weekly:
                var monday = new DateOnly(2026, 11, 16);   // of the week of 22/11
                return rule.Weekdays.Contains(day.DayOfWeek) && (day.DayNumber - monday.DayNumber) / 7 % rule.Every == 0;
            case RecurrenceKind.Monthly:
                if (((day.Year * 12) + day.Month - (2026 * 12 + 11)) % rule.Every != 0) return false;
                if (rule.Nth == 0) return DayOfMonth();
                var same = Enumerable.Range(1, DateTime.DaysInMonth(day.Year, day.Month)).Select(d => new DateOnly(day.Year, day.Month, d)).Where(d => d.DayOfWeek == rule.Weekdays[0]).ToList();
                return day == (rule.Nth == Recurrence.Last ? same[^1] : same[rule.Nth - 1]);
            default:
                return day.Month == rule.Month && (day.Year - 2026) % rule.Every == 0 && DayOfMonth();
        }
    }

    private static Gen<Recurrence> Rules =>
        from kind in Gen.Elements(Enum.GetValues<RecurrenceKind>())
        from minutes in Gen.Choose(0, 1_439)
        from every in Gen.Choose(1, 12)
        from weekdays in Gen.SubListOf(Enum.GetValues<DayOfWeek>()).Where(days => days.Count > 0)
        from days in Gen.SubListOf(Enumerable.Range(1, 32).Where(d => d is < 29 or 31 or 32)).Where(days => days.Count > 0)
        from nth in Gen.Elements(0, 0, 1, 2, 3, 4, Recurrence.Last)
        from month in Gen.Choose(1, 12)
        select Rule(kind, new TimeOnly(minutes / 60, minutes % 60), every, [.. weekdays.OrderBy(d => ((int)d + 6) % 7)], [.. days.Where(d => d != 31 || month is not (2 or 4 or 6 or 9 or 11)).DefaultIfEmpty(1).Order()], nth, month);

    private static Recurrence Rule(RecurrenceKind kind, TimeOnly at, int every, DayOfWeek[] weekdays, int[] days, int nth, int month) => kind switch
    {
        RecurrenceKind.Daily => new Recurrence(kind, at) { Every = every },
        RecurrenceKind.Weekly => new Recurrence(kind, at) { Every = every, Weekdays = weekdays },
        RecurrenceKind.Monthly => nth == 0 ? new Recurrence(kind, at) { Every = every, Days = days } : new Recurrence(kind, at) { Every = every, Nth = nth, Weekdays = [weekdays[0]] },
        _ => new Recurrence(kind, at) { Every = every, Days = days, Month = month },
    };
}
