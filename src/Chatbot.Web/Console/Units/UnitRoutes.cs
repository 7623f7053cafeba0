using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Units;

/// <summary>The tree of units.</summary>
internal static class UnitRoutes
{
    private const string Home = "/console/units";

    public static IEndpointRouteBuilder MapUnits(this IEndpointRouteBuilder console)
    {
        console.MapGet("/units", ShowAsync).RequireRight(Right.Administrator);
        console.MapPost("/units", AddAsync).RequireRight(Right.Administrator);
        console.MapGet("/units/{id:guid}", ShowOneAsync).RequireRight(Right.Administrator);
        console.MapPost("/units/{id:guid}", RenameAsync).RequireRight(Right.Administrator);
        return console;
    }

    private static Task<IResult> ShowAsync(HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        PageAsync(console, databases, request.Query["done"].ToString() switch { "added" => UnitsTexts.Added, "renamed" => UnitsTexts.Renamed, _ => null }, isError: false, ct);

    private static async Task<IResult> AddAsync(
        IFormCollection form, ConsoleContext console, ArrangeUnits units, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var outcome = form.Choice<UnitKind>("kind") is { } kind
            ? await units.AddAsync(form.Id("parent"), form.Text("name"), kind, await console.ScopeAsync(ct), ct) : ChangeOutcome.Invalid;
        return outcome switch
        {
            ChangeOutcome.Done => Pages.Go(Home + "?done=added"),
            ChangeOutcome.NotFound => TypedResults.NotFound(),
            _ => await PageAsync(console, databases, UnitsTexts.Invalid, isError: true, ct),
        };
    }

    private static async Task<IResult> ShowOneAsync(Guid id, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var name = await db.Set<Unit>().Within(await console.ScopeAsync(ct)).Where(u => u.Id == id).Select(u => u.Name).SingleOrDefaultAsync(ct);
        return name is null ? TypedResults.NotFound() : Pages.Show<RenameUnitPage>(new { Id = id, Name = name });
    }

    private static async Task<IResult> RenameAsync(Guid id, IFormCollection form, ConsoleContext console, ArrangeUnits units, CancellationToken ct)
    {
        var name = form.Text("name");
        return await units.RenameAsync(id, name, await console.ScopeAsync(ct), ct) switch
        {
            ChangeOutcome.Done => Pages.Go(Home + "?done=renamed"),
            ChangeOutcome.NotFound => TypedResults.NotFound(),
            _ => Pages.Show<RenameUnitPage>(new { Id = id, Name = name, Notice = UnitsTexts.Invalid }, StatusCodes.Status422UnprocessableEntity),
        };
    }

    private static async Task<IResult> PageAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, string? notice, bool isError, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        var officials = await db.Set<Official>().Within(scope).GroupBy(o => o.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Pages.Show<UnitsPage>(new { Units = await UnitNode.ReadAsync(db, scope, ct), Officials = officials, Notice = notice, NoticeIsError = isError },
            isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
