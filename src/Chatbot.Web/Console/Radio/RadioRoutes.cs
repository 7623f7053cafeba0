using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Radio;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Answers;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Radio;

/// <summary>Numbered issues of the loudspeaker column.</summary>
internal static class RadioRoutes
{
    private const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static IEndpointRouteBuilder MapRadio(this IEndpointRouteBuilder console)
    {
        var radio = console.MapGroup("/radio").RequireRight(RadioPageServices.Readers);
        radio.MapGet("", ListAsync);
        radio.MapGet("/new", ShowNewAsync);
        radio.MapPost("", CreateAsync);
        radio.MapGet("/{id:guid}", ShowAsync);
        radio.MapGet("/{id:guid}/docx", DownloadAsync);
        return console;
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, CancellationToken ct)
    {
        var query = ListQuery.Of(request);
        return lists.ShowAsync<RadioPage, RadioRow>(request, "ban-tin", RadioColumns.All, query, (db, scope) => RadioRow.Read(db, scope, query), ct);
    }

    private static async Task<IResult> ShowNewAsync(
        HttpRequest request, ConsoleContext console, RadioChoices choices, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct)
    {
        var unit = Guid.TryParse(request.Query["unit"], out var chosen) ? chosen : console.Visitor.UnitId;
        var day = FormDays.Day(request.Query["day"].ToString()) ?? VietnamDay.Of(clock.GetUtcNow());
        return await NewPageAsync(unit, day, notice: null, console, choices, databases, ct);
    }

    private static async Task<IResult> CreateAsync(
        IFormCollection form, ConsoleContext console, CreateRadioIssue create, RadioChoices choices, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct)
    {
        var (unit, day) = (form.Id("unit"), form.Day("day") ?? VietnamDay.Of(clock.GetUtcNow()));
        var chosen = Chosen(form);
        if (chosen.Count == 0) return await NewPageAsync(unit, day, RadioPageTexts.NothingChosen, console, choices, databases, ct);
        return await create.CreateAsync(unit, day, chosen, await console.ActorAsync(ct), ct) is { } issue
            ? Pages.Go($"/console/radio/{issue.Id}")
            : await NewPageAsync(unit, day, RadioPageTexts.NoLongerPublic, console, choices, databases, ct);
    }

    private static async Task<IResult> NewPageAsync(
        Guid unit, DateOnly day, string? notice, ConsoleContext console, RadioChoices choices, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var scope = await console.ScopeAsync(ct);
        if (!scope.Holds(unit)) unit = console.Visitor.UnitId;
        await using var db = await databases.CreateDbContextAsync(ct);
        return Pages.Show<NewIssuePage>(new
        {
            Choices = await choices.OfAsync(unit, day, ct),
            Units = await UnitNode.ReadAsync(db, scope, ct),
            UnitId = unit,
            Day = day,
            Notice = notice,
        }, notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What has a place, by it; equal places as they stand on the page.</summary>
    private static List<Guid> Chosen(IFormCollection form)
    {
        const string prefix = "place-";
        var placed = new List<(int Place, Guid Id)>();
        foreach (var (name, value) in form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal)))
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && Guid.TryParse(name[prefix.Length..], out var id)) placed.Add((place, id));
        return [.. placed.OrderBy(one => one.Place).Select(one => one.Id)];
    }

    private static async Task<IResult> ShowAsync(Guid id, ConsoleContext console, RadioIssues issues, CancellationToken ct) =>
        await issues.ScriptAsync(id, [.. (await console.ScopeAsync(ct)).UnitIds], ct) is { } script ? Pages.Show<IssuePage>(new { Script = script }) : TypedResults.NotFound();

    private static async Task<IResult> DownloadAsync(Guid id, ConsoleContext console, RadioIssues issues, CancellationToken ct) =>
        await issues.ScriptAsync(id, [.. (await console.ScopeAsync(ct)).UnitIds], ct) is { } script
            ? TypedResults.Bytes(RadioDocument.Write(script), WordFile, string.Create(CultureInfo.InvariantCulture, $"ban-tin-so-{script.Issue.Number}.docx")) : TypedResults.NotFound();
}
