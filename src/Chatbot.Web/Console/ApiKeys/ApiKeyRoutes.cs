using System.Globalization;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.ApiKeys;

/// <summary>Keys of other systems: listed, made (shown once), revoked.</summary>
internal static class ApiKeyRoutes
{
    private const int UsualDays = 180;

    public static IServiceCollection AddApiKeyPages(this IServiceCollection services)
    {
        AuditWords.Add("api_key.added", ApiKeyTexts.ActionAdded);
        AuditWords.Add("api_key.changed", ApiKeyTexts.ActionChanged);
        return services.AddNavigation(new NavigationItem("/console/api-keys", ApiKeyTexts.Menu, Icon.Shield, Right.Administrator, 93));
    }

    public static IEndpointRouteBuilder MapApiKeys(this IEndpointRouteBuilder console)
    {
        var keys = console.MapGroup("/api-keys").RequireRight(Right.Administrator);
        keys.MapGet("", ListAsync);
        keys.MapGet("/new", ShowNewAsync);
        keys.MapPost("/new", MakeAsync);
        keys.MapPost("/{id:guid}/revoke", RevokeAsync);
        return console;
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, TimeProvider clock, CancellationToken ct)
    {
        var query = ListQuery.Of(request);
        return lists.ShowAsync<ApiKeysPage, ApiKeyRow>(request, "khoa-ket-noi", ApiKeyColumns.All, query, (db, scope) => ApiKeyRow.Read(db, scope, query, clock.GetUtcNow()), ct);
    }

    private static Task<IResult> ShowNewAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        NewPageAsync("", console.Visitor.UnitId, ApiScope.ReadCampaigns, UsualDays, notice: null, console, databases, ct);

    private static async Task<IResult> MakeAsync(IFormCollection form, ConsoleContext console, KeepApiKeys keep, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (name, unit) = (form.Text("name"), form.Id("unit"));
        var scopes = form["scope"].Aggregate(ApiScope.None, (all, one) => Enum.TryParse<ApiScope>(one, out var scope) ? all | scope : all) & ApiScopes.All;
        _ = int.TryParse(form.Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days);
        return await keep.MakeAsync(name, unit, scopes, days, await console.ScopeAsync(ct), console.Visitor.OfficialId, ct) is { } key
            ? Pages.Show<MadeKeyPage>(new { Name = name, Key = key, Days = days })
            : await NewPageAsync(name, unit, scopes, days, ApiKeyTexts.Refused, console, databases, ct);
    }

    private static async Task<IResult> RevokeAsync(Guid id, ConsoleContext console, KeepApiKeys keep, CancellationToken ct) =>
        await keep.RevokeAsync(id, await console.ScopeAsync(ct), ct) ? Pages.Go("/console/api-keys") : TypedResults.NotFound();

    private static async Task<IResult> NewPageAsync(
        string name, Guid unit, ApiScope scopes, int days, string? notice, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return Pages.Show<NewApiKeyPage>(new
        {
            Name = name, UnitId = unit, Scopes = scopes, Days = days, Notice = notice, Units = await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct),
        }, notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
