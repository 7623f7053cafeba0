using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>A case behind a figure; nobody's words.</summary>
public sealed class CaseRow
{
    public Guid Id { get; init; }

    public required string TrackingCode { get; init; }

    public CaseKind Kind { get; init; }

    public CaseState State { get; init; }

    public required string Unit { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public TimeSpan? Response => AnsweredAt - OpenedAt;
}

/// <summary>Which cases a figure counted.</summary>
internal static class CaseRows
{
    public static readonly string[] Filters = ["state", "unit", "from", "to", "hours"];
    public static readonly string[] States = ["unanswered", "late", "unassigned", "waitingforcitizen", "opened", "answered", "closed", "intime"];

    public static string Path(string query) => $"{DashboardRoutes.Path}/cases?{query}";

    /// <param name="db">The database.</param>
    /// <param name="scope">Offices that deal with the cases.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="period">Days, for the filters that ask for them.</param>
    /// <param name="only">These alone; null: no such limit.</param>
    /// <param name="now">When a case is late.</param>
    public static IOrderedQueryable<CaseRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, Period period, IReadOnlyList<Guid>? only, DateTimeOffset now)
    {
        var units = scope.UnitIds;
        var cases = InState(db.Set<Case>().Where(c => units.Contains(c.HandlerUnitId)), query.Filter("state"), period, now);
        if (Guid.TryParse(query.Filter("unit"), out var unit)) cases = cases.Where(c => c.HandlerUnitId == unit);
        if (query.Search.Length > 0 && (TrackingCode.Read(query.Search) ?? "") is var code) cases = cases.Where(c => c.TrackingCode == code);
        if (only is not null) cases = cases.Where(c => EF.Parameter(only).Contains(c.Id));   // one parameter, however many they are
        var rows =
            from matter in cases
            join office in db.Set<Unit>() on matter.HandlerUnitId equals office.Id
            select new CaseRow
            {
                Id = matter.Id,
                TrackingCode = matter.TrackingCode,
                Kind = matter.Kind,
                State = matter.State,
                Unit = office.Name,
                OpenedAt = matter.OpenedAt,
                DueAt = matter.DueAt,
                AnsweredAt = matter.FirstAnsweredAt,
            };
        return rows.OrderByDescending(r => r.OpenedAt).ThenBy(r => r.Id);
    }

    private static IQueryable<Case> InState(IQueryable<Case> cases, string state, Period period, DateTimeOffset now)
    {
        var (unanswered, from, before) = (ReadToday.Unanswered, period.From, period.Before);
        return state switch
        {
            "unanswered" => cases.Where(c => unanswered.Contains(c.State)),
            "late" => cases.Where(c => unanswered.Contains(c.State) && c.DueAt < now),
            "unassigned" => cases.Where(c => unanswered.Contains(c.State) && c.AssigneeId == null),
            "waitingforcitizen" => cases.Where(c => c.State == CaseState.WaitingForCitizen),
            "answered" => cases.Where(c => c.FirstAnsweredAt >= from && c.FirstAnsweredAt < before),
            "closed" => cases.Where(c => c.ClosedAt >= from && c.ClosedAt < before),
            "intime" => cases.Where(c => c.OpenedAt >= from && c.OpenedAt < before && c.FirstAnsweredAt != null && (c.DueAt == null || c.FirstAnsweredAt <= c.DueAt)),
            _ => cases.Where(c => c.OpenedAt >= from && c.OpenedAt < before),
        };
    }
}
