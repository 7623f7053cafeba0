using Chatbot.Catalogue;
using Chatbot.Hotline;

namespace Chatbot.Tests.Hotline;

public sealed class WorkingCalendarTests
{
    private static readonly Office Office = new("o", "Xã mẫu")
    {
        Hours =
        [
            new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new(7, 30), new(11, 30)),
            new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new(13, 30), new(17, 0)),
        ],
    };

    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Theory]
    [InlineData("2026-11-23T09:00", true)]    // Monday
    [InlineData("2026-11-23T07:29", false)]
    [InlineData("2026-11-23T07:30", true)]
    [InlineData("2026-11-23T11:30", false)]   // lunch
    [InlineData("2026-11-23T17:00", false)]
    [InlineData("2026-11-22T09:00", false)]   // Sunday
    [InlineData("2026-02-17T09:00", false)]   // first day of Tết
    [InlineData("2026-08-31T09:00", false)]   // exchanged for 22 August
    [InlineData("2026-08-22T09:00", true)]    // the Saturday that is worked for it
    [InlineData("2026-08-15T09:00", false)]   // an ordinary Saturday
    public void The_office_is_open_by_its_hours_and_the_holiday_table(string local, bool isOpen) => Assert.Equal(isOpen, Calendar.IsOpen(Office, Vietnam(local)));

    [Theory]
    [InlineData("2026-11-23T09:00", "2026-11-23T09:00")]
    [InlineData("2026-11-23T12:00", "2026-11-23T13:30")]
    [InlineData("2026-11-20T18:00", "2026-11-23T07:30")]   // Friday evening → Monday
    [InlineData("2026-02-13T18:00", "2026-02-23T07:30")]   // over Tết
    public void The_next_opening_skips_what_is_closed(string now, string opening) => Assert.Equal(Vietnam(opening), Calendar.NextOpening(Office, Vietnam(now)));

    [Theory]
    [InlineData("2026-11-19T09:00", 2, "2026-11-19T11:00")]
    [InlineData("2026-11-19T10:30", 2, "2026-11-19T14:30")]   // lunch does not count
    [InlineData("2026-11-20T16:00", 8, "2026-11-23T16:30")]   // the weekend does not count
    [InlineData("2026-11-23T16:00", 8, "2026-11-25T16:30")]   // nor does 24 November
    [InlineData("2026-02-13T16:00", 1, "2026-02-13T17:00")]
    public void Working_time_passes_only_while_the_office_is_open(string from, int hours, string due) =>
        Assert.Equal(Vietnam(due), Calendar.After(Office, Vietnam(from), TimeSpan.FromHours(hours)));

    [Fact]
    public void An_office_without_hours_promises_nothing()
    {
        var silent = new Office("o", "Xã mẫu");
        Assert.False(Calendar.IsOpen(silent, Vietnam("2026-11-23T09:00")));
        Assert.Null(Calendar.NextOpening(silent, Vietnam("2026-11-23T09:00")));
        Assert.Null(Calendar.After(silent, Vietnam("2026-11-23T09:00"), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void The_shipped_table_covers_five_years_and_closes_the_days_that_the_law_names()
    {
        Assert.Equal((2028, 2026), (Holidays.Shipped.LastKnownYear, Holidays.Shipped.LastDecreedYear));
        foreach (var year in new[] { 2024, 2025, 2026, 2027, 2028 })
            foreach (var (month, day) in new[] { (1, 1), (4, 30), (5, 1), (9, 2) })
                Assert.False(Holidays.Shipped.On(new DateOnly(year, month, day))?.IsOpen ?? true);
        Assert.Null(Holidays.Shipped.On(new DateOnly(2026, 11, 23)));
    }

    private static DateTimeOffset Vietnam(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
