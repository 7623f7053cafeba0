using System.Globalization;

namespace Chatbot.Simulator.Zalo;

/// <summary>The days of <c>last_interaction_period</c>, both included, in Vietnam's time.</summary>
internal sealed record InteractionPeriod(DateOnly From, DateOnly To)
{
    public static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <returns>Null when the text is none of the words and no <c>YYYY_MM_DD:YYYY_MM_DD</c>.</returns>
    public static InteractionPeriod? Read(string text, DateOnly today) => text switch
    {
        "" => new InteractionPeriod(DateOnly.MinValue, DateOnly.MaxValue),
        "TODAY" => new InteractionPeriod(today, today),
        "YESTERDAY" => new InteractionPeriod(today.AddDays(-1), today.AddDays(-1)),
        "L7D" => new InteractionPeriod(today.AddDays(-6), today),
        "L30D" => new InteractionPeriod(today.AddDays(-29), today),
        _ => Between(text.Split(':')),
    };

    public bool Covers(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.ToOffset(Vietnam).DateTime);
        return From <= day && day <= To;
    }

    private static InteractionPeriod? Between(string[] days) =>
        days.Length == 2 && Day(days[0]) is { } from && Day(days[1]) is { } to && from <= to ? new InteractionPeriod(from, to) : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy_MM_dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
