using System.Globalization;
using Chatbot.Campaigns.Sending;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Limits;

/// <summary>How many messages an office sends in a day: read by whoever works with campaigns, set by administrators.</summary>
internal static class LimitRoutes
{
    private const string Home = "/console/campaigns/limits";

    public static void MapLimits(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/limits", ShowAsync).RequireRight(CampaignRoutes.Readers | Right.Administrator);
        campaigns.MapPost("/limits", SetAsync).RequireRight(Right.Administrator);
    }

    private static Task<IResult> ShowAsync(HttpRequest request, ConsoleContext console, DailyQuota quota, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        PageAsync(request.Query["done"] == "saved" ? CampaignPageTexts.LimitSaved : null, isError: false, console, quota, databases, ct);

    private static async Task<IResult> SetAsync(IFormCollection form, ConsoleContext console, KeepDailyLimits keep, DailyQuota quota, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var actor = await console.CampaignActorAsync(ct);
        if (!actor.UnitIds.Contains(form.Id("unit"))) return TypedResults.NotFound();
        var typed = form.Text("messages").Replace(".", "", StringComparison.Ordinal);
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var messages);
        return (isNumber || typed.Length == 0) && await keep.SetAsync(form.Id("unit"), isNumber ? messages : null, actor, ct)
            ? Pages.Go(Home + "?done=saved") : await PageAsync(CampaignPageTexts.LimitRefused(FormValues.Number(DailyLimit.Most)), isError: true, console, quota, databases, ct);
    }

    private static async Task<IResult> PageAsync(string? notice, bool isError, ConsoleContext console, DailyQuota quota, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        var own = await db.Set<DailyLimit>().Within(scope).ToDictionaryAsync(l => l.UnitId, l => l.Messages, ct);
        var units = await UnitNode.ReadAsync(db, scope, ct);
        var today = await quota.ReadAsync([.. units.Select(unit => unit.Id)], ct);
        IReadOnlyList<LimitRow> rows = [.. units.Select(unit => new LimitRow(unit, own.TryGetValue(unit.Id, out var messages) ? messages : null, today[unit.Id]))];
        return Pages.Show<LimitsPage>(new { Rows = rows, Notice = notice, NoticeIsError = isError }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
