using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns.Schedule;

/// <summary>A day, week or month of the calendar, as it stands in the address.</summary>
/// <param name="View"><c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Day">A local day within it.</param>
public sealed record CalendarSpan(string View, DateOnly Day)
{
    public static CalendarSpan Of(HttpRequest request, DateTimeOffset now) => new(
        request.Query["view"].ToString() is ("day" or "week") and var view ? view : "month",
        FormDays.Day(request.Query["day"].ToString()) ?? DateOnly.FromDateTime(WorkingCalendar.Local(now).DateTime));

    public DateOnly First => View switch { "day" => Day, "week" => Day.AddDays(-(((int)Day.DayOfWeek + 6) % 7)), _ => new DateOnly(Day.Year, Day.Month, 1) };

    /// <summary>The first day after it.</summary>
    public DateOnly End => View switch { "day" => First.AddDays(1), "week" => First.AddDays(7), _ => First.AddMonths(1) };

    public string Title => View switch
    {
        "day" => FormDays.Words(First),
        "week" => $"{FormDays.Words(First)} – {FormDays.Words(End.AddDays(-1))}",
        _ => First.ToString("MM/yyyy", CultureInfo.InvariantCulture),
    };

    public string Address => $"/console/campaigns/calendar?view={View}&day={FormDays.Value(Day)}";

    public CalendarSpan Earlier => this with { Day = First.AddDays(-1) };

    public CalendarSpan Later => this with { Day = End };

    public static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
}
