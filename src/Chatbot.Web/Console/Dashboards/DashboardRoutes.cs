using Chatbot.Catalogue;
using Chatbot.Conversations;
using Chatbot.Officials;
using Chatbot.Reports;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Dashboards;

/// <summary>Figures of a unit and those below it; each leads to its rows.</summary>
internal static class DashboardRoutes
{
    public const string Path = "/console/dashboards";
    public const Right Readers = Right.Supervisor | Right.Administrator | Right.Approver | Right.Auditor;

    public static IEndpointRouteBuilder MapDashboards(this IEndpointRouteBuilder console)
    {
        var dashboards = console.MapGroup("/dashboards").RequireRight(Readers);
        dashboards.MapGet("", TodayAsync);
        dashboards.MapGet("/response", ResponseAsync);
        dashboards.MapGet("/bot", BotAsync);
        dashboards.MapGet("/topics", TopicsAsync);
        dashboards.MapGet("/satisfaction", SatisfactionAsync);
        dashboards.MapRows();
        console.MapAnswerRows();
        return console;
    }

    /// <summary>The days that the address names; the last 30 otherwise.</summary>
    public static Period PeriodOf(HttpRequest request, TimeProvider clock) =>
        Period.Of(FormDays.Day(request.Query["from"].ToString()), FormDays.Day(request.Query["to"].ToString()), clock.GetUtcNow());

    /// <summary>The same days for another page.</summary>
    public static string Days(Period period) => $"from={FormDays.Value(period.First)}&to={FormDays.Value(period.Last)}";

    private static async Task<IResult> TodayAsync(ConsoleContext console, ReadToday report, TimeProvider clock, CancellationToken ct) =>
        Pages.Show<TodayPage>(new { Report = await report.ReadAsync((await console.ScopeAsync(ct)).UnitIds.ToList(), ct), Day = VietnamDay.Of(clock.GetUtcNow()) });

    private static async Task<IResult> ResponseAsync(HttpRequest request, ConsoleContext console, ReadResponseTimes report, TimeProvider clock, CancellationToken ct)
    {
        var period = PeriodOf(request, clock);
        return Pages.Show<ResponsePage>(new { Report = await report.ReadAsync((await console.ScopeAsync(ct)).UnitIds.ToList(), period, ct), Period = period });
    }

    private static async Task<IResult> BotAsync(HttpRequest request, ConsoleContext console, ReadBotQuality report, TimeProvider clock, CancellationToken ct)
    {
        var period = PeriodOf(request, clock);
        return Pages.Show<BotPage>(new { Report = await report.ReadAsync((await console.ScopeAsync(ct)).UnitIds.ToList(), period, ct), Period = period });
    }

    private static async Task<IResult> TopicsAsync(ConsoleContext console, ReadTopics report, IKnowledgeSource knowledge, TimeProvider clock, CancellationToken ct)
    {
        var topics = await report.ReadAsync((await console.ScopeAsync(ct)).UnitIds.ToList(), ct);
        return Pages.Show<TopicsPage>(new
        {
            Topics = topics,
            Names = topics.ToDictionary(topic => topic.Code, topic => knowledge.Current.Find(topic.Code)?.Name ?? topic.Code),
            Recent = ReadTopics.Recent(clock.GetUtcNow()), Earlier = ReadTopics.Earlier(clock.GetUtcNow()),
        });
    }

    private static async Task<IResult> SatisfactionAsync(HttpRequest request, ConsoleContext console, ReadScores report, TimeProvider clock, CancellationToken ct)
    {
        var period = PeriodOf(request, clock);
        return Pages.Show<SatisfactionPage>(new { Report = await report.ReadAsync((await console.ScopeAsync(ct)).UnitIds.ToList(), period, ct), Period = period });
    }
}
