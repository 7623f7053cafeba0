using System.Globalization;
using Chatbot.Hotline;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Settings;

/// <summary>Who is on duty, for what, and who is away.</summary>
internal static class AgentRoutes
{
    private const int MostAtOnce = 500;

    public static void MapAgents(this IEndpointRouteBuilder settings) => settings.MapPost("/agents/{official:guid}", SetAsync);

    private static async Task<IResult> SetAsync(
        Guid official, IFormCollection form, ConsoleContext console, KeepAgent agents, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await InboxReader.Colleagues(db, await console.ScopeAsync(ct)).FirstOrDefaultAsync(o => o.Id == official, ct) is not { } person) return TypedResults.NotFound();
        if (!int.TryParse(form.Text("most"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > MostAtOnce)
            return await reader.PageAsync(SettingsTexts.Invalid, isError: true, ct);
        var skills = form["skill"].Select(name => Enum.TryParse<CaseKind>(name, out var kind) ? (CaseKind?)kind : null).OfType<CaseKind>().Distinct().ToList();
        await agents.SetAsync(new AgentSettings(official, person.UnitId, skills, most, form.Text("duty") == "1"), ct);
        await agents.SetAwayAsync(official, EndOf(form.Text("away")), ct);
        return await reader.AnswerAsync(CaseOutcome.Done, "agent", person.UserName, person.UnitId, ct);
    }

    /// <returns>The end of that day in Viet Nam; null: no day.</returns>
    private static DateTimeOffset? EndOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), WorkingCalendar.Local(DateTimeOffset.UnixEpoch).Offset).ToUniversalTime() : null;
}
