using Chatbot.Catalogue;
using Chatbot.Hotline.Cases;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Deadlines;

/// <summary>From a rule, an office's hours and a beginning to the deadline.</summary>
public sealed class DeadlineClock(WorkingCalendar calendar, DeadlineRules rules, IOptions<CaseOptions> options)
{
    public DeadlineRules Rules => rules;

    /// <summary>The office's own promise of a first answer, before anybody has confirmed what the matter is.</summary>
    /// <returns>Null: the office publishes no hours, so nothing is promised.</returns>
    public Deadline? FirstAnswer(Office? office, DateTimeOffset from) =>
        office is not null && calendar.After(office, from, options.Value.AnswerWithin) is { } due
            ? Between(DeadlineRules.FirstAnswer, office, from, due)
            : null;

    /// <summary>The deadline of a confirmed kind.</summary>
    /// <returns>Null: no rule, or a rule in working hours at an office that publishes none.</returns>
    public Deadline? Of(CaseKind kind, Office? office, DateTimeOffset from)
    {
        if (kind == CaseKind.Question) return FirstAnswer(office, from) is { } promised ? promised with { RuleId = "question" } : null;
        return rules.InForce(kind, DayOf(from)) is { } rule ? Ending(rule.Id, rule.Length, office, from) : null;
    }

    /// <summary>One extension more. All lengths count from the first day, so that a holiday at the end of one does not lengthen the next.</summary>
    /// <returns>Null: the rule allows none (any more).</returns>
    public Deadline? Longer(Case matter, Office? office) =>
        matter.DueAt is not null && rules.Find(matter.RuleId) is { Extension: { } extension } rule && matter.Extensions < rule.MostExtensions
            ? Ending(rule.Id, rule.Length with { Count = rule.Length.Count + extension.Count * (matter.Extensions + 1) }, office, matter.ClockFrom)
            : null;

    private Deadline? Ending(string rule, Span length, Office? office, DateTimeOffset from)
    {
        var hours = office is { Hours.Count: > 0 } ? office : OfficeHours.Standard;
        var due = length.Unit switch
        {
            SpanUnit.WorkingHours => office is { Hours.Count: > 0 } ? calendar.After(office, from, TimeSpan.FromHours(length.Count)) : null,
            SpanUnit.WorkingDays => calendar.EndOfWorkingDay(hours, calendar.AddWorkingDays(DayOf(from), length.Count)),
            _ => calendar.EndOfWorkingDay(hours, calendar.WorkingDayFrom(DayOf(from).AddDays(length.Count))),
        };
        return due is { } end ? Between(rule, hours, from, end) : null;
    }

    private Deadline Between(string rule, Office office, DateTimeOffset from, DateTimeOffset due)
    {
        var work = calendar.Between(office, from, due);
        return new Deadline(rule, from, calendar.After(office, from, work / 2) ?? due, calendar.After(office, from, work * 0.8) ?? due, due,
            calendar.IsFirmUntil(DayOf(due)));
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(WorkingCalendar.Local(time).DateTime);
}
