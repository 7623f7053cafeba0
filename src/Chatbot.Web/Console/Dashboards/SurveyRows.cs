using Chatbot.Hotline.After;
using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>A survey: when it was asked and how many of its questions were answered. Which score came from whom is shown to nobody.</summary>
public sealed class SurveyRow
{
    public Guid Id { get; init; }

    public required string TrackingCode { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public int Answered { get; init; }

    public required string Unit { get; init; }
}

internal static class SurveyRows
{
    public static readonly string[] Filters = ["answered", "question", "from", "to"];

    public static string Path(string query) => $"{DashboardRoutes.Path}/surveys?{query}";

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<SurveyRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, Period period)
    {
        var (units, from, before) = (scope.UnitIds, period.From, period.Before);
        var surveys = db.Set<Survey>().Where(s => units.Contains(s.UnitId) && s.AskedAt >= from && s.AskedAt < before);
        if (query.Filter("answered") == "1") surveys = surveys.Where(s => db.Set<SurveyScore>().Any(score => score.SurveyId == s.Id));
        if (Enum.TryParse<SurveyQuestion>(query.Filter("question"), ignoreCase: true, out var question))
            surveys = surveys.Where(s => db.Set<SurveyScore>().Any(score => score.SurveyId == s.Id && score.Question == question));
        var rows =
            from survey in surveys
            join matter in db.Set<Case>() on survey.CaseId equals matter.Id
            join unit in db.Set<Unit>() on survey.UnitId equals unit.Id
            select new SurveyRow
            {
                Id = survey.Id,
                TrackingCode = matter.TrackingCode,
                AskedAt = survey.AskedAt,
                Answered = db.Set<SurveyScore>().Count(score => score.SurveyId == survey.Id),
                Unit = unit.Name,
            };
        return rows.OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id);
    }
}
