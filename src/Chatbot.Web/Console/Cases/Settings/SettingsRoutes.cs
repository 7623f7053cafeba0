using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Settings;

/// <summary>What a supervisor arranges: labels, prepared texts, macros, who is on duty; and what an administrator knows of the accounts.</summary>
internal static class SettingsRoutes
{
    public const string Home = "/console/cases/settings";
    public const Right Any = Right.Supervisor | Right.Administrator;

    public static void MapSettings(this IEndpointRouteBuilder console)
    {
        var settings = console.MapGroup("/cases/settings").RequireRight(Any);
        settings.MapGet("", (HttpRequest request, SettingsReader reader, CancellationToken ct) =>
            reader.PageAsync(request.Query.ContainsKey("done") ? ConsoleTexts.Saved : null, isError: false, ct));
        settings.MapPost("/labels", AddLabelAsync);
        settings.MapPost("/labels/{label:guid}/remove", RemoveLabelAsync);
        settings.MapPost("/accounts/{account:guid}", SetAccountAsync);
        settings.MapAgents();
        settings.MapCanned();
        settings.MapMacros();
    }

    private static async Task<IResult> AddLabelAsync(IFormCollection form, ConsoleContext console, KeepLabels labels, SettingsReader reader, CancellationToken ct)
    {
        var unit = form.Id("unit");
        if (!(await console.ScopeAsync(ct)).Holds(unit)) return await reader.PageAsync(SettingsTexts.Invalid, isError: true, ct);
        return await reader.AnswerAsync(await labels.AddAsync(unit, form.Text("name"), ct), "label", form.Text("name"), unit, ct);
    }

    private static async Task<IResult> RemoveLabelAsync(
        Guid label, ConsoleContext console, KeepLabels labels, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Label>().FirstOrDefaultAsync(l => l.Id == label && units.Contains(l.UnitId), ct) is not { } known) return TypedResults.NotFound();
        return await reader.AnswerAsync(await labels.RemoveAsync(label, ct), "label", known.Name, known.UnitId, ct);
    }

    /// <summary>Which office an account speaks for, and what the platform has granted a Page; a wrong tick there would only make it refuse.</summary>
    private static async Task<IResult> SetAccountAsync(
        Guid account, IFormCollection form, ConsoleContext console, PlaceAccount place, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        var (scope, unit, isOn) = (await console.ScopeAsync(ct), form.Id("unit"), form.Text("human") == "1");
        var units = scope.UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ChannelAccount>().FirstOrDefaultAsync(a => a.Id == account && units.Contains(a.UnitId), ct) is not { } known) return TypedResults.NotFound();
        if (unit == Guid.Empty) unit = known.UnitId;
        if (unit != known.UnitId && !await place.PlaceAsync(account, unit, scope, ct)) return await reader.PageAsync(SettingsTexts.Invalid, isError: true, ct);
        if (known.Channel == Channel.Facebook)
        {
            using var pass = await gate.EnterAsync(ct);
            await db.Set<ChannelAccount>().Where(a => a.Id == account).ExecuteUpdateAsync(set => set.SetProperty(a => a.HasHumanAgent, isOn), ct);
        }
        return await reader.AnswerAsync(CaseOutcome.Done, "account", $"{account} unit={unit} human_agent={isOn}", unit, ct);
    }
}
