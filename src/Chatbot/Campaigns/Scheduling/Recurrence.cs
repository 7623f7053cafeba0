using Chatbot.Hotline;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>A campaign that returns by the calendar: every n days, weeks, months or years at one local time. Vietnam has no summer time, so every local time exists once.</summary>
/// <param name="At">Local time, Asia/Ho_Chi_Minh.</param>
public sealed record Recurrence(RecurrenceKind Kind, TimeOnly At)
{
    /// <summary>The last day of a month, however long it is.</summary>
    public const int LastDay = 32;

    /// <summary>The last such weekday of a month.</summary>
    public const int Last = -1;

    public const int MostEvery = 52;

    /// <summary>From which days, weeks and months are counted when the campaign has no first day: a Monday, the first of a month and year.</summary>
    private static readonly DateOnly Anchor = new(2024, 1, 1);

    // A leap day every fourth year is the rarest of all; "every 52nd year" is not asked for.
    private const int FurthestDays = 366 * 60;

    /// <summary>Every n-th day, week, month or year.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Of a week, or with <see cref="Nth"/> of a month; in the order of the week from Monday.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Of a month or year, 1 to 31 or <see cref="LastDay"/>; in shorter months a day that is missing is the last one. Ascending.</summary>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>Which of the month's weekdays: 1 to 4, or <see cref="Last"/>; 0: by <see cref="Days"/>.</summary>
    public int Nth { get; init; }

    /// <summary>Of a year, 1 to 12; 0: not yearly.</summary>
    public int Month { get; init; }

    /// <summary>How long after its time a run may still go out; what is later is reported instead.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(8);

    public bool IsSound => Every is >= 1 and <= MostEvery && Window > TimeSpan.Zero && Window <= TimeSpan.FromDays(7) && Kind switch
    {
        RecurrenceKind.Daily => Weekdays.Count == 0 && Days.Count == 0 && Nth == 0 && Month == 0,
        RecurrenceKind.Weekly => Weekdays.Count is > 0 and <= 7 && Weekdays.Distinct().Count() == Weekdays.Count && Days.Count == 0 && Nth == 0 && Month == 0,
        RecurrenceKind.Monthly => Month == 0 && (Nth == 0 ? Weekdays.Count == 0 && AreDays : Nth is Last or (>= 1 and <= 4) && Weekdays.Count == 1 && Days.Count == 0),
        RecurrenceKind.Yearly => Month is >= 1 and <= 12 && Nth == 0 && Weekdays.Count == 0 && AreDays,
        _ => false,
    };

    private bool AreDays => Days.Count is > 0 and <= 31 && Days.Distinct().Count() == Days.Count && Days.All(day => day is >= 1 and <= LastDay);

    /// <summary>Moments at which it is due, in order: from the first on, later than <paramref name="after"/>, not later than <paramref name="last"/>.</summary>
    /// <param name="first">Nothing is due before; also the day from which "every second" is counted. Null: no beginning.</param>
    /// <param name="last">Null: no end.</param>
    /// <param name="after">Where to begin looking.</param>
    public IEnumerable<DateTimeOffset> Times(DateTimeOffset? first, DateTimeOffset? last, DateTimeOffset after)
    {
        var anchor = first is { } begins ? DateOf(begins) : Anchor;
        var day = first > after ? DateOf(first.Value) : DateOf(after);
        for (var i = 0; i < FurthestDays && day < DateOnly.MaxValue; i++, day = day.AddDays(1))
        {
            if (!IsOn(day, anchor)) continue;
            var at = new DateTimeOffset(day.ToDateTime(At), TimeSpan.FromHours(7));
            if (at > last) yield break;
            if (at > after && !(at < first)) yield return at;
        }
    }

    /// <summary>Falls on this day, counted from <paramref name="anchor"/>.</summary>
    public bool IsOn(DateOnly day, DateOnly anchor) => Kind switch
    {
        RecurrenceKind.Daily => Turn(day.DayNumber - anchor.DayNumber),
        RecurrenceKind.Weekly => Weekdays.Contains(day.DayOfWeek) && Turn((Monday(day).DayNumber - Monday(anchor).DayNumber) / 7),
        RecurrenceKind.Monthly => Turn((day.Year - anchor.Year) * 12 + day.Month - anchor.Month) && IsOfMonth(day),
        _ => day.Month == Month && Turn(day.Year - anchor.Year) && IsOfMonth(day),
    };

    private bool IsOfMonth(DateOnly day)
    {
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        if (Nth == 0) return Days.Any(wanted => day.Day == Math.Min(wanted, length));
        return day.DayOfWeek == Weekdays[0] && (Nth == Last ? day.Day + 7 > length : (day.Day - 1) / 7 + 1 == Nth);
    }

    private bool Turn(int number) => number % Every == 0;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(WorkingCalendar.Local(time).DateTime);

    public bool Equals(Recurrence? other) =>
        other is not null && Kind == other.Kind && At == other.At && Every == other.Every && Weekdays.SequenceEqual(other.Weekdays) && Days.SequenceEqual(other.Days)
        && Nth == other.Nth && Month == other.Month && Window == other.Window;

    public override int GetHashCode() => HashCode.Combine(Kind, At, Every, Weekdays.Count, Days.Count, Nth, Month);
}

public enum RecurrenceKind { Daily, Weekly, Monthly, Yearly }
