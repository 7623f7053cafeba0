using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Reports;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Catalogue;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>The rows that the figures count.</summary>
internal static class RowRoutes
{
    /// <summary>The catalogue's gaps lead here too.</summary>
    public static void MapAnswerRows(this IEndpointRouteBuilder console) => console.MapGet("/dashboards/answers", AnswersAsync).RequireRight(DashboardRoutes.Readers | GapRoutes.Readers);

    public static void MapRows(this IEndpointRouteBuilder dashboards)
    {
        dashboards.MapGet("/cases", CasesAsync);
        dashboards.MapGet("/ratings", RatingsAsync);
        dashboards.MapGet("/surveys", SurveysAsync);
    }

    private static async Task<IResult> CasesAsync(
        HttpRequest request, ConsoleContext console, ReadResponseTimes times, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var (query, period, scope) = (ListQuery.Of(request, CaseRows.Filters), DashboardRoutes.PeriodOf(request, clock), await console.ScopeAsync(ct));
        var only = query.Filter("hours") is "in" or "out" ? await times.IdsAsync([.. scope.UnitIds], period, query.Filter("hours") == "in", ct) : null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AnswerAsync(request, db, console, trail, "ho-so", CaseRows.Read(db, scope, query, period, only, clock.GetUtcNow()), RowColumns.Cases, query, new Frame(DashboardTexts.CaseRows, DashboardRoutes.Path)
        {
            HasSearch = true,
            Selects =
            [
                ("state", DashboardTexts.State, CaseRows.States.Select(state => (state, CaseRowWords.OfFilter(state)))),
                ("hours", DashboardTexts.WhenAsked, [("in", DashboardTexts.InHours), ("out", DashboardTexts.OutOfHours)]),
            ],
            Hidden = ["unit"],
        }, ct);
    }

    private static async Task<IResult> AnswersAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var (query, period) = (ListQuery.Of(request, AnswerRows.Filters), DashboardRoutes.PeriodOf(request, clock));
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AnswerAsync(request, db, console, trail, "luot-tra-loi", AnswerRows.Read(db, await console.ScopeAsync(ct), query, period), RowColumns.Answers, query, new Frame(DashboardTexts.AnswerRows, query.Filter("handling").Length > 0 ? GapRoutes.Path : DashboardRoutes.Path + "/bot")
        {
            Selects = [("outcome", DashboardTexts.BotDid, Enum.GetValues<BotOutcome>().Select(outcome => (outcome.ToString().ToLowerInvariant(), BotWords.Of(outcome))))],
            Hidden = ["procedure", "handling"],
        }, ct);
    }

    private static async Task<IResult> RatingsAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var (query, period) = (ListQuery.Of(request, RatingRows.Filters), DashboardRoutes.PeriodOf(request, clock));
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AnswerAsync(request, db, console, trail, "danh-gia", RatingRows.Read(db, await console.ScopeAsync(ct), query, period), RowColumns.Ratings, query, new Frame(DashboardTexts.RatingRows, DashboardRoutes.Path + "/bot")
        {
            Selects = [("judgement", DashboardTexts.Judgement, [("good", DashboardTexts.JudgedGood), ("wrong", DashboardTexts.JudgedWrong)])],
        }, ct);
    }

    private static async Task<IResult> SurveysAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var (query, period) = (ListQuery.Of(request, SurveyRows.Filters), DashboardRoutes.PeriodOf(request, clock));
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AnswerAsync(request, db, console, trail, "khao-sat", SurveyRows.Read(db, await console.ScopeAsync(ct), query, period), RowColumns.Surveys, query, new Frame(DashboardTexts.SurveyRows, DashboardRoutes.Path + "/satisfaction")
        {
            Selects = [("answered", DashboardTexts.Answered, [("1", DashboardTexts.AnsweredSurveys)])],
            Hidden = ["question"],
        }, ct);
    }

    private static async Task<IResult> AnswerAsync<TRow>(
        HttpRequest request, ChatbotDb db, ConsoleContext console, AuditTrail trail, string name, IOrderedQueryable<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query, Frame frame,
        CancellationToken ct)
    {
        if (ListExport.FormatOf(request) is { } format) return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, name, format, rows, columns, query, ct);
        return Pages.Show<RowsPage<TRow>>(new
        {
            frame.Title,
            frame.Back,
            List = await ListReader.ReadAsync(rows, columns, query, ct),
            frame.HasSearch,
            frame.Selects,
            frame.Hidden,
        });
    }

    private sealed record Frame(string Title, string Back)
    {
        public bool HasSearch { get; init; }

        public IReadOnlyList<(string Name, string Label, IEnumerable<(string, string)> Choices)> Selects { get; init; } = [];

        public IReadOnlyList<string> Hidden { get; init; } = [];
    }
}
