using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Messaging;
using Chatbot.Testing.House;
using Microsoft.Extensions.Options;

namespace Chatbot.Tests.Hotline;

public sealed class DeadlineTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.Shipped, DeadlineRules.Shipped, Options.Create(new CaseOptions()));
    private static readonly Office Office = OfficeHours.Standard with { Name = "Xã mẫu" };

    [Fact]
    public void Every_day_of_five_years_is_as_the_list_written_by_hand_says()
    {
        var special = File.ReadLines(Path.Combine(Repository.Root, "tests", "Chatbot.Tests", "Hotline", "off-days-2024-2028.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '))
            .ToDictionary(line => DateOnly.Parse(line[0], CultureInfo.InvariantCulture), line => line[1] == "+");
        var days = 0;
        for (var day = new DateOnly(2024, 1, 1); day.Year <= 2028; day = day.AddDays(1), days++)
        {
            var works = special.TryGetValue(day, out var open) ? open : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal((day, works), (day, WorkingCalendar.Shipped.IsWorkingDay(day)));
            Assert.Equal((day, works), (day, WorkingCalendar.Shipped.IsOpen(Office, At(day, 9))));
            Assert.Equal((day, false), (day, WorkingCalendar.Shipped.IsOpen(Office, At(day, 12))));
        }
        Assert.Equal(1827, days);
    }

    [Theory, InlineData(2024, true), InlineData(2026, true), InlineData(2027, false), InlineData(2028, false)]
    public void Years_that_are_not_decreed_say_so(int year, bool isFirm) => Assert.Equal(isFirm, WorkingCalendar.Shipped.IsFirmUntil(new DateOnly(year, 6, 1)));

    [Fact]
    public void No_deadline_of_any_kind_ends_on_a_day_that_is_not_worked_and_levels_come_in_order()
    {
        foreach (var kind in Enum.GetValues<CaseKind>())
            for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
            {
                var from = At(day, 10);
                var deadline = Clock.Of(kind, Office, from)!;
                var due = DateOnly.FromDateTime(WorkingCalendar.Local(deadline.DueAt).DateTime);
                Assert.True(WorkingCalendar.Shipped.IsWorkingDay(due), $"{kind} from {day} is due on {due}");
                Assert.True(from <= deadline.HalfAt && deadline.HalfAt < deadline.NearAt && deadline.NearAt < deadline.DueAt, $"{kind} from {day}");
                var whole = WorkingCalendar.Shipped.Between(Office, from, deadline.DueAt);
                Assert.Equal(whole / 2, WorkingCalendar.Shipped.Between(Office, from, deadline.HalfAt));
            }
    }

    [Theory]
    [InlineData(CaseKind.Question, "2026-02-13T16:00", "2026-02-23T16:30")]        // one hour before Tết, seven after it: lunch and nine days off do not count
    [InlineData(CaseKind.Petition, "2026-11-20T10:00", "2026-12-14T17:00")]        // 15 working days; 24 November is off
    [InlineData(CaseKind.Conduct, "2026-08-20T10:00", "2026-08-26T17:00")]         // Saturday 22 August is worked in exchange
    [InlineData(CaseKind.Complaint, "2026-08-01T10:00", "2026-09-03T17:00")]       // 30 days end on 31 August, which is off until 2 September
    [InlineData(CaseKind.Denunciation, "2026-06-01T10:00", "2026-07-01T17:00")]
    public void A_deadline_follows_its_rule_and_the_calendar(CaseKind kind, string from, string due) =>
        Assert.Equal(Vietnam(due), Clock.Of(kind, Office, Vietnam(from))!.DueAt);

    [Fact]
    public void Lunch_and_a_units_own_hours_move_the_levels()
    {
        var mornings = new Office("m", "Mỗi sáng") { Hours = [new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday], new(8, 0), new(12, 0))] };
        var deadline = Clock.FirstAnswer(mornings, Vietnam("2026-11-16T08:00"))!;
        Assert.Equal((Vietnam("2026-11-16T12:00"), Vietnam("2026-11-17T10:24"), Vietnam("2026-11-17T12:00")), (deadline.HalfAt, deadline.NearAt, deadline.DueAt));
    }

    [Fact]
    public void Without_published_hours_nothing_is_promised_but_the_law_still_runs()
    {
        Assert.Null(Clock.FirstAnswer(null, Vietnam("2026-11-16T08:00")));
        Assert.NotNull(Clock.Of(CaseKind.Denunciation, null, Vietnam("2026-11-16T08:00")));
    }

    [Fact]
    public void A_denunciation_may_be_extended_twice_and_a_question_never()
    {
        var matter = NewCase();
        matter.Confirm(CaseKind.Denunciation);
        matter.Run(Clock.Of(CaseKind.Denunciation, Office, Vietnam("2026-03-02T09:00")));
        for (var i = 0; i < 2; i++) matter.Extend(Clock.Longer(matter, Office)!);
        Assert.Null(Clock.Longer(matter, Office));
        Assert.Equal((2, 3, Vietnam("2026-06-01T17:00")), (matter.Extensions, matter.Round, matter.DueAt));   // 30 + 30 + 30 days, the last a Sunday
        matter.Confirm(CaseKind.Question);
        matter.Run(Clock.Of(CaseKind.Question, Office, Vietnam("2026-03-02T09:00")));
        Assert.Null(Clock.Longer(matter, Office));
    }

    [Fact]
    public void Each_level_is_told_once_and_a_standstill_tells_only_the_last()
    {
        var matter = NewCase();
        matter.Run(Clock.FirstAnswer(Office, Vietnam("2026-11-16T07:30")));
        Assert.Equal(0, matter.Warn(Vietnam("2026-11-16T11:29")));
        Assert.Equal((50, 0), (matter.Warn(Vietnam("2026-11-16T11:30")), matter.Warn(Vietnam("2026-11-16T11:31"))));
        Assert.Equal((100, 0), (matter.Warn(Vietnam("2026-11-20T08:00")), matter.Warn(Vietnam("2026-11-21T08:00"))));
        Assert.Null(matter.NextLevelAt);
    }

    [Fact]
    public void Every_rule_names_its_basis_and_those_of_the_law_must_be_checked()
    {
        Assert.All(DeadlineRules.Shipped.All, rule => Assert.True(rule.Basis.Length > 20 && rule.Length.Count > 0, rule.Id));
        Assert.All(DeadlineRules.Shipped.All.Where(r => r.Kind is not (null or CaseKind.Question)), rule => Assert.True(rule.MustBeChecked, rule.Id));
        Assert.All(Enum.GetValues<CaseKind>(), kind => Assert.NotNull(DeadlineRules.Shipped.InForce(kind, new DateOnly(2026, 11, 22))));
    }

    [Fact]
    public void A_rule_holds_for_what_began_while_it_was_in_force()
    {
        const string Csv = """
            id,kind,count,unit,start,basis,extension,most_extensions,extension_basis,from,until,check
            old,Petition,15,WorkingDays,x,Nghị định cũ,,,,2020-01-01,2026-06-30,yes
            new,Petition,10,WorkingDays,x,Nghị định mới,,,,2026-07-01,,yes
            """;
        var rules = DeadlineRules.Read(new StringReader(Csv));
        Assert.Equal(("old", "new", null), (rules.InForce(CaseKind.Petition, new(2026, 6, 30))?.Id, rules.InForce(CaseKind.Petition, new(2026, 7, 1))?.Id,
            rules.InForce(CaseKind.Petition, new(2019, 1, 1))?.Id));
    }

    private static Case NewCase() => Case.Open(new OpenedCase(
        new Conversation { CitizenId = "c", Channel = Channel.Zalo, CreatedAt = DateTimeOffset.UnixEpoch }, CaseKind.Question, CaseOrigin.AskedForPerson, "",
        DateTimeOffset.UnixEpoch));

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(7));

    private static DateTimeOffset Vietnam(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
