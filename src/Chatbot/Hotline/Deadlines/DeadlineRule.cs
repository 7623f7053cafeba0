using Chatbot.Hotline.Cases;

namespace Chatbot.Hotline.Deadlines;

/// <summary>How long an office has, by which law, since when: a row of <c>deadlines.csv</c>.</summary>
/// <param name="Kind">Null: the first answer to anything, before an official has confirmed what it is.</param>
/// <param name="Basis">Law, number and date; for the office's own promise its own rules.</param>
/// <param name="ValidUntil">Last day on which a matter may begin under it; null: until further notice.</param>
public sealed record DeadlineRule(string Id, CaseKind? Kind, Span Length, string Basis, DateOnly ValidFrom, DateOnly? ValidUntil)
{
    /// <summary>What the length counts from, in words.</summary>
    public string Start { get; init; } = "";

    /// <summary>Length of one extension, in the unit of <see cref="Length"/>; null: none is allowed.</summary>
    public Span? Extension { get; init; }

    public int MostExtensions { get; init; }

    public string ExtensionBasis { get; init; } = "";

    /// <summary>An official with the law at hand must look at this row before anybody relies on it; no citizen is told a day that comes from it.</summary>
    public bool MustBeChecked { get; init; }

    public bool IsInForce(DateOnly day) => ValidFrom <= day && !(ValidUntil < day);
}

/// <param name="Count">At least 1.</param>
public sealed record Span(int Count, SpanUnit Unit);

/// <summary>WorkingHours: open time of the office. WorkingDays: Monday to Friday without holidays, with the Saturdays worked in exchange.
/// Days: by the calendar; a last day on which offices are closed moves to the next working day.</summary>
public enum SpanUnit { WorkingHours, WorkingDays, Days }
