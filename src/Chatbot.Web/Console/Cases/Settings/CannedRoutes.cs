using Chatbot.Hotline.Phrases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Settings;

/// <summary>Prepared texts: added, changed, removed.</summary>
internal static class CannedRoutes
{
    public static void MapCanned(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/canned/new", NewAsync);
        settings.MapPost("/canned", AddAsync);
        settings.MapGet("/canned/{text:guid}", ShowAsync);
        settings.MapPost("/canned/{text:guid}", ChangeAsync);
        settings.MapPost("/canned/{text:guid}/remove", RemoveAsync);
    }

    private static async Task<IResult> NewAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return Pages.Show<CannedPage>(new { Units = await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct), NewId = Guid.CreateVersion7() });
    }

    private static async Task<IResult> ShowAsync(Guid text, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await FindAsync(text, console, databases, ct) is { } known ? Pages.Show<CannedPage>(new { Known = known }) : TypedResults.NotFound();

    private static async Task<IResult> AddAsync(IFormCollection form, ConsoleContext console, KeepCannedAnswers canned, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (id, unit) = (form.Id("id"), form.Id("unit"));
        await using var db = await databases.CreateDbContextAsync(ct);
        // The id was drawn by the page; one that is there already is changed at its own address only.
        if (id == Guid.Empty || !(await console.ScopeAsync(ct)).Holds(unit) || await db.Set<CannedAnswer>().AnyAsync(c => c.Id == id, ct))
            return await reader.PageAsync(SettingsTexts.Invalid, isError: true, ct);
        return await reader.AnswerAsync(await canned.SetAsync(id, unit, form.Text("title"), form.Text("text"), ct), "canned", form.Text("title"), unit, ct);
    }

    private static async Task<IResult> ChangeAsync(
        Guid text, IFormCollection form, ConsoleContext console, KeepCannedAnswers canned, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await FindAsync(text, console, databases, ct) is { } known
            ? await reader.AnswerAsync(await canned.SetAsync(text, known.UnitId, form.Text("title"), form.Text("text"), ct), "canned", form.Text("title"), known.UnitId, ct)
            : TypedResults.NotFound();

    private static async Task<IResult> RemoveAsync(
        Guid text, ConsoleContext console, KeepCannedAnswers canned, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        if (await FindAsync(text, console, databases, ct) is not { } known) return TypedResults.NotFound();
        await canned.RemoveAsync(text, ct);
        return await reader.AnswerAsync(Chatbot.Hotline.Cases.CaseOutcome.Done, "canned", known.Title, known.UnitId, ct);
    }

    private static async Task<CannedAnswer?> FindAsync(Guid id, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CannedAnswer>().FirstOrDefaultAsync(c => c.Id == id && units.Contains(c.UnitId), ct);
    }
}
