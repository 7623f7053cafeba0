using Chatbot.Catalogue;

namespace Chatbot.Reports;

/// <summary>Whole days in Viet Nam.</summary>
public sealed record Period(DateOnly First, DateOnly Last)
{
    private const int Longest = 400;
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public DateTimeOffset From => new(First.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>Before this moment.</summary>
    public DateTimeOffset Before => new(Last.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset);

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public IEnumerable<DateOnly> Each => Enumerable.Range(0, Days).Select(First.AddDays);

    /// <summary>From what was asked for to a period that can be counted: in order, at most 400 days, and the last 30 days where nothing was said.</summary>
    public static Period Of(DateOnly? first, DateOnly? last, DateTimeOffset now)
    {
        var end = last ?? VietnamDay.Of(now);
        var begin = first ?? end.AddDays(-29);
        if (begin > end) (begin, end) = (end, begin);
        return new Period(end.DayNumber - begin.DayNumber >= Longest ? end.AddDays(1 - Longest) : begin, end);
    }
}
