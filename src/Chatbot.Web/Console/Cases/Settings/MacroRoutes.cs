using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Settings;

/// <summary>Macros: a few steps, chosen from what this unit has.</summary>
internal static class MacroRoutes
{
    public static void MapMacros(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/macros/new", (ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) => PageAsync(known: null, console, databases, ct));
        settings.MapPost("/macros", AddAsync);
        settings.MapGet("/macros/{macro:guid}", ShowAsync);
        settings.MapPost("/macros/{macro:guid}", ChangeAsync);
        settings.MapPost("/macros/{macro:guid}/remove", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(Guid macro, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await FindAsync(macro, console, databases, ct) is { } known ? await PageAsync(known, console, databases, ct) : TypedResults.NotFound();

    private static async Task<IResult> AddAsync(IFormCollection form, ConsoleContext console, KeepMacros macros, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (id, unit) = (form.Id("id"), form.Id("unit"));
        await using var db = await databases.CreateDbContextAsync(ct);
        if (id == Guid.Empty || !(await console.ScopeAsync(ct)).Holds(unit) || await db.Set<Macro>().AnyAsync(m => m.Id == id, ct))
            return await reader.PageAsync(SettingsTexts.Invalid, isError: true, ct);
        return await reader.AnswerAsync(await macros.SetAsync(id, unit, form.Text("name"), await StepsAsync(form, db, console, ct), ct), "macro", form.Text("name"), unit, ct);
    }

    private static async Task<IResult> ChangeAsync(
        Guid macro, IFormCollection form, ConsoleContext console, KeepMacros macros, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        if (await FindAsync(macro, console, databases, ct) is not { } known) return TypedResults.NotFound();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await reader.AnswerAsync(await macros.SetAsync(macro, known.UnitId, form.Text("name"), await StepsAsync(form, db, console, ct), ct), "macro", form.Text("name"), known.UnitId, ct);
    }

    private static async Task<IResult> RemoveAsync(Guid macro, ConsoleContext console, KeepMacros macros, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await FindAsync(macro, console, databases, ct) is { } known
            ? await reader.AnswerAsync(await macros.RemoveAsync(macro, ct), "macro", known.Name, known.UnitId, ct) : TypedResults.NotFound();

    private static async Task<IResult> PageAsync(Macro? known, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        return Pages.Show<MacroPage>(new
        {
            Known = known, NewId = Guid.CreateVersion7(), Units = await UnitNode.ReadAsync(db, scope, ct), Offered = await MacroChoice.ReadAsync(db, scope, ct),
        });
    }

    /// <summary>Only steps that are offered to this visitor; what a browser made up is passed over.</summary>
    private static async Task<IReadOnlyList<MacroStep>> StepsAsync(IFormCollection form, ChatbotDb db, ConsoleContext console, CancellationToken ct)
    {
        var offered = (await MacroChoice.ReadAsync(db, await console.ScopeAsync(ct), ct)).ToDictionary(c => c.Value, c => c.Step);
        return [.. form["step"].Where(value => value is not null && offered.ContainsKey(value)).Select(value => offered[value!])];
    }

    private static async Task<Macro?> FindAsync(Guid id, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Macro>().FirstOrDefaultAsync(m => m.Id == id && units.Contains(m.UnitId), ct);
    }
}

/// <summary>A step that a macro may take, as a choice of a form.</summary>
public sealed record MacroChoice(MacroStep Step, string Words)
{
    public string Value => $"{Step.Action}|{Step.Argument}";

    public static async Task<IReadOnlyList<MacroChoice>> ReadAsync(ChatbotDb db, UnitScope scope, CancellationToken ct)
    {
        var units = scope.UnitIds;
        var labels = await db.Set<Label>().Where(l => units.Contains(l.UnitId)).OrderBy(l => l.Name).ToListAsync(ct);
        var canned = await db.Set<CannedAnswer>().Where(c => units.Contains(c.UnitId)).OrderBy(c => c.Title).ToListAsync(ct);
        return
        [
            new(new(MacroAction.Claim, ""), SettingsTexts.StepClaim), new(new(MacroAction.Start, ""), SettingsTexts.StepStart),
            .. Enum.GetValues<CaseKind>().Select(kind => new MacroChoice(new(MacroAction.ConfirmKind, kind.ToString()), SettingsTexts.StepKind(CaseLabels.Of(kind)))),
            .. labels.Select(l => new MacroChoice(new(MacroAction.Label, l.Id.ToString()), SettingsTexts.StepLabel(l.Name))),
            .. labels.Select(l => new MacroChoice(new(MacroAction.Unlabel, l.Id.ToString()), SettingsTexts.StepUnlabel(l.Name))),
            .. (await UnitNode.ReadAsync(db, scope, ct)).Select(u => new MacroChoice(new(MacroAction.Forward, u.Id.ToString()), SettingsTexts.StepForward(u.Name))),
            .. (await InboxReader.Colleagues(db, scope).ToListAsync(ct)).Select(o => new MacroChoice(new(MacroAction.Assign, o.Id.ToString()), SettingsTexts.StepAssign(o.FullName))),
            .. canned.Select(c => new MacroChoice(new(MacroAction.Canned, c.Id.ToString()), SettingsTexts.StepCanned(c.Title))),
            .. Enum.GetValues<CaseEnd>().Select(end => new MacroChoice(new(MacroAction.Close, end.ToString()), SettingsTexts.StepClose(CaseLabels.Of(end)))),
        ];
    }
}
