using Chatbot.Catalogue;

namespace Chatbot.Hotline;

/// <summary>When an office is open, by its published hours and the holiday table. Local time is Asia/Ho_Chi_Minh, which has no summer time.</summary>
public sealed class WorkingCalendar(Holidays holidays)
{
    /// <summary>Nothing is reckoned further ahead than this.</summary>
    private const int FurthestDays = 800;

    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static WorkingCalendar Shipped { get; } = new(Holidays.Shipped);

    public static DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Offset);

    /// <returns>False also when the office publishes no hours.</returns>
    public bool IsOpen(Office office, DateTimeOffset at)
    {
        var local = Local(at);
        return SpansOn(office, DateOnly.FromDateTime(local.DateTime)).Any(span => span.From <= local && local < span.To);
    }

    /// <summary>As <see cref="IsOpen"/>, for many moments at once: what holds on a day is looked up once.</summary>
    public Func<DateTimeOffset, bool> OpenAt(Office office)
    {
        var days = new Dictionary<DateOnly, (DateTimeOffset From, DateTimeOffset To)[]>();
        return at =>
        {
            var day = DateOnly.FromDateTime(Local(at).DateTime);
            if (!days.TryGetValue(day, out var spans)) days[day] = spans = [.. SpansOn(office, day)];
            return Array.Exists(spans, span => span.From <= at && at < span.To);
        };
    }

    /// <summary>Name of the holiday of this local day; null: not a day on which offices are closed by law.</summary>
    public string? HolidayAt(DateTimeOffset at) =>
        holidays.On(DateOnly.FromDateTime(Local(at).DateTime)) is { IsOpen: false } holiday ? holiday.Name : null;

    /// <summary>Start of the next open time after <paramref name="after"/>, or <paramref name="after"/> itself when the office is open.</summary>
    /// <returns>Null: the office publishes no hours.</returns>
    public DateTimeOffset? NextOpening(Office office, DateTimeOffset after) =>
        SpansFrom(office, after).Select(span => (DateTimeOffset?)Later(span.From, Local(after))).FirstOrDefault();

    /// <summary>The moment at which <paramref name="work"/> of open time has passed since <paramref name="from"/>.</summary>
    /// <returns>Null: the office publishes no hours.</returns>
    public DateTimeOffset? After(Office office, DateTimeOffset from, TimeSpan work)
    {
        var left = work;
        foreach (var (start, end) in SpansFrom(office, from))
        {
            var begin = Later(start, Local(from));
            if (left <= end - begin) return begin + left;
            left -= end - begin;
        }
        return null;
    }

    /// <summary>Open time between two moments; zero when the second is not later.</summary>
    public TimeSpan Between(Office office, DateTimeOffset from, DateTimeOffset to)
    {
        var work = TimeSpan.Zero;
        foreach (var (start, end) in SpansFrom(office, from).TakeWhile(span => span.From < to))
        {
            var begin = Later(start, Local(from));
            var stop = end < to ? end : Local(to);
            if (stop > begin) work += stop - begin;
        }
        return work;
    }

    /// <summary>Monday to Friday without holidays, and the weekend days that are worked in exchange: what the law calls a working day, whatever an office's hours.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        holidays.On(day) is { } special ? special.IsOpen : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself does not count (Civil Code 2015, article 147).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>The day, or the next working day after it (Civil Code 2015, article 148).</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>When the office closes on that day; 17:00 where it publishes no hours for a day that the law counts.</summary>
    public DateTimeOffset EndOfWorkingDay(Office office, DateOnly day) =>
        SpansOn(office, day).Select(span => (DateTimeOffset?)span.To).LastOrDefault() ?? At(day, new TimeOnly(17, 0));

    /// <summary>False: the holidays of that year are not decreed yet.</summary>
    public bool IsFirmUntil(DateOnly day) => day.Year <= holidays.LastDecreedYear;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> SpansFrom(Office office, DateTimeOffset from)
    {
        var local = Local(from);
        var today = DateOnly.FromDateTime(local.DateTime);
        return Enumerable.Range(0, FurthestDays).SelectMany(n => SpansOn(office, today.AddDays(n))).Where(span => span.To > local);
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> SpansOn(Office office, DateOnly day)
    {
        var holiday = holidays.On(day);
        if (holiday is { IsOpen: false }) return [];
        // A Saturday worked in exchange keeps the hours of a Friday.
        var weekday = holiday is { IsOpen: true } ? DayOfWeek.Friday : day.DayOfWeek;
        return office.Hours.Where(rule => rule.Days.Contains(weekday)).OrderBy(rule => rule.From)
            .Select(rule => (At(day, rule.From), At(day, rule.To)));
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
