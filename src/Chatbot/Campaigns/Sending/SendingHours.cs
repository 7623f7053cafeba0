using Chatbot.Hotline;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>When campaigns rest: at night, on Sundays, at Tết. Local time of Vietnam.</summary>
public sealed class SendingHours(WorkingCalendar calendar, IOptionsMonitor<CampaignOptions> options)
{
    private const string Tet = "Nguyên đán";
    private const int Furthest = 40;

    /// <returns>Null: open now.</returns>
    public DateTimeOffset? ClosedUntil(DateTimeOffset now)
    {
        if (IsOpen(now)) return null;
        var rules = options.CurrentValue;
        var day = WorkingCalendar.Local(now).Date;
        var opens = rules.QuietFrom == rules.QuietUntil ? TimeOnly.MinValue : rules.QuietUntil;
        for (var i = 0; i <= Furthest; i++)
        {
            var at = new DateTimeOffset(day.AddDays(i) + opens.ToTimeSpan(), TimeSpan.FromHours(7));
            if (at > now && IsOpen(at)) return at;
        }
        return now + TimeSpan.FromDays(1);   // every day is quiet: looked at again tomorrow
    }

    /// <summary>A local hour that is quiet on no ordinary day.</summary>
    public bool IsUsualHour(int hour) => !IsQuiet(new TimeOnly(hour, 0), options.CurrentValue.QuietFrom, options.CurrentValue.QuietUntil);

    public bool IsOpen(DateTimeOffset at)
    {
        var rules = options.CurrentValue;
        var local = WorkingCalendar.Local(at);
        if (rules.QuietSundays && local.DayOfWeek == DayOfWeek.Sunday) return false;
        if (rules.QuietTet && calendar.HolidayAt(at) is { } holiday && holiday.Contains(Tet, StringComparison.Ordinal)) return false;
        return !IsQuiet(TimeOnly.FromTimeSpan(local.TimeOfDay), rules.QuietFrom, rules.QuietUntil);
    }

    // Usually over midnight.
    private static bool IsQuiet(TimeOnly time, TimeOnly from, TimeOnly until) =>
        from != until && (from < until ? time >= from && time < until : time >= from || time < until);
}
