using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>A citizen's judgement on one message.</summary>
public sealed class RatingRow
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public bool Good { get; init; }

    public required string Unit { get; init; }
}

internal static class RatingRows
{
    public static readonly string[] Filters = ["judgement", "from", "to"];

    public static string Path(string query) => $"{DashboardRoutes.Path}/ratings?{query}";

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<RatingRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, Period period)
    {
        var (units, from, before) = (scope.UnitIds, period.From, period.Before);
        var ratings = db.Set<Rating>().Where(r => units.Contains(r.UnitId) && r.RatedAt >= from && r.RatedAt < before);
        if (query.Filter("judgement") is { Length: > 0 } judgement) ratings = ratings.Where(r => r.Good == (judgement == "good"));
        var rows =
            from rating in ratings
            join unit in db.Set<Unit>() on rating.UnitId equals unit.Id
            select new RatingRow { Id = rating.Id, At = rating.RatedAt, Good = rating.Good, Unit = unit.Name };
        return rows.OrderByDescending(r => r.At).ThenBy(r => r.Id);
    }
}
