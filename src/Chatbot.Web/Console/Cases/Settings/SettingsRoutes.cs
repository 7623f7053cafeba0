using Chatbot.Channels;
using Chatbot.Hotline.Cases;
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

    /// <summary>What the platform has granted this Page; a wrong tick would only make it refuse.</summary>
    private static async Task<IResult> SetAccountAsync(
        Guid account, IFormCollection form, ConsoleContext console, SettingsReader reader, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        var (units, isOn) = ((await console.ScopeAsync(ct)).UnitIds, form.Text("human") == "1");
        Guid unit;
        using (await gate.EnterAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var mine = db.Set<ChannelAccount>().Where(a => a.Id == account && a.Channel == Channel.Facebook && units.Contains(a.UnitId));
            unit = await mine.Select(a => a.UnitId).FirstOrDefaultAsync(ct);
            if (await mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.HasHumanAgent, isOn), ct) == 0) return TypedResults.NotFound();
        }
        return await reader.AnswerAsync(CaseOutcome.Done, "account", $"human_agent={isOn}", unit, ct);
    }
}
