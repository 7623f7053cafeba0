using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Hotline.After;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.After;

/// <summary>What citizens say about how their matters were handled.</summary>
internal static class SatisfactionRoutes
{
    public static void MapSatisfaction(this IEndpointRouteBuilder console) =>
        console.MapGet("/cases/satisfaction", ShowAsync).RequireRight(Right.Supervisor | Right.Approver);

    private static async Task<IResult> ShowAsync(HttpRequest request, ConsoleContext console, ReadSatisfaction satisfaction, TimeProvider clock, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(WorkingCalendar.Local(clock.GetUtcNow()).DateTime);
        var from = Day(request.Query["from"]) ?? today.AddMonths(-3);
        var to = Day(request.Query["to"]) ?? today;
        var read = await satisfaction.ReadAsync((await console.ScopeAsync(ct)).UnitIds, At(from), At(to.AddDays(1)), ct);
        return Pages.Show<SatisfactionPage>(new { Found = read, From = from, To = to });
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), WorkingCalendar.Local(DateTimeOffset.UnixEpoch).Offset);
}
