using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Understanding;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>An answer of the bot behind a figure; nobody's words.</summary>
public sealed class BotAnswerRow
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public Handling Handling { get; init; }

    public string? ProcedureCode { get; init; }

    public Aspect? Aspect { get; init; }

    public double Confidence { get; init; }

    public required string Unit { get; init; }
}

internal static class AnswerRows
{
    public static readonly string[] Filters = ["outcome", "handling", "procedure", "from", "to"];

    public static string Path(string query) => $"{DashboardRoutes.Path}/answers?{query}";

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<BotAnswerRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, Period period)
    {
        var (units, from, before) = (scope.UnitIds, period.From, period.Before);
        var answers = db.Set<AnswerRecord>().Where(a => units.Contains(a.UnitId) && a.AnsweredAt >= from && a.AnsweredAt < before);
        if (Enum.TryParse<BotOutcome>(query.Filter("outcome"), ignoreCase: true, out var outcome))
        {
            var handlings = BotOutcomes.Of(outcome);
            answers = answers.Where(a => handlings.Contains(a.Handling));
        }
        if (Enum.TryParse<Handling>(query.Filter("handling"), ignoreCase: true, out var handling)) answers = answers.Where(a => a.Handling == handling);
        if (query.Filter("procedure") is { Length: > 0 } code) answers = answers.Where(a => a.ProcedureCode == code);
        var rows =
            from answer in answers
            join unit in db.Set<Unit>() on answer.UnitId equals unit.Id
            select new BotAnswerRow
            {
                Id = answer.Id,
                At = answer.AnsweredAt,
                Handling = answer.Handling,
                ProcedureCode = answer.ProcedureCode,
                Aspect = answer.Aspect,
                Confidence = answer.Confidence,
                Unit = unit.Name,
            };
        return rows.OrderByDescending(r => r.At).ThenBy(r => r.Id);
    }
}
