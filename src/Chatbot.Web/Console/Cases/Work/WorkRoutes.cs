using Chatbot.Hotline;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Work;

/// <summary>The steps of a case that are not answers. Each press is answered by the page with what has become of it.</summary>
internal static class WorkRoutes
{
    public static void MapWork(this IEndpointRouteBuilder matter)
    {
        matter.MapPost("/claim", (Guid id, Presses presses, AssignCase assign, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, assign.ClaimAsync(id, me.Visitor.OfficialId, ct), "claimed", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/release", ReleaseAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/assign", AssignAsync).RequireRight(CaseRights.Lead);
        matter.MapPost("/start", (Guid id, Presses presses, ChangeCase change, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, change.StartAsync(id, me.Visitor.OfficialId, ct), "saved", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/kind", ConfirmKindAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/extend", (Guid id, IFormCollection form, Presses presses, ChangeCase change, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, change.ExtendAsync(id, me.Visitor.OfficialId, form.Text("reason"), ct), "saved", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/forward", ForwardAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/send-back", (Guid id, IFormCollection form, Presses presses, ChangeCase change, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, change.SendBackAsync(id, me.Visitor.OfficialId, form.Text("reason"), ct), "saved", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/hand-back", (Guid id, Presses presses, HandBack back, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, back.HandBackAsync(id, me.Visitor.OfficialId, ct), "saved", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/close", CloseAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/reopen", (Guid id, IFormCollection form, Presses presses, ChangeCase change, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, change.ReopenAsync(id, me.Visitor.OfficialId, form.Text("reason"), ct), "saved", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/block", (Guid id, IFormCollection form, Presses presses, BlockCitizen block, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, block.BlockAsync(id, me.Visitor.OfficialId, form.Text("reason"), ct), "saved", ct)).RequireRight(CaseRights.Lead);
        matter.MapPost("/unblock", (Guid id, Presses presses, BlockCitizen block, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, block.UnblockAsync(id, me.Visitor.OfficialId, ct), "saved", ct)).RequireRight(CaseRights.Lead);
    }

    /// <summary>One's own case; somebody else's only by a supervisor.</summary>
    private static async Task<IResult> ReleaseAsync(
        Guid id, Presses presses, AssignCase assign, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var me = console.Visitor;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!me.May(CaseRights.Lead) && !await db.Set<Case>().AnyAsync(c => c.Id == id && c.AssigneeId == me.OfficialId, ct))
            return await presses.ShowAsync(id, Task.FromResult(CaseOutcome.TakenByAnother), "", ct);
        return await presses.ShowAsync(id, assign.ReleaseAsync(id, me.OfficialId, ct), "saved", ct);
    }

    private static async Task<IResult> AssignAsync(
        Guid id, IFormCollection form, Presses presses, AssignCase assign, BulkServices use, ConsoleContext console, CancellationToken ct)
    {
        var to = form.Id("to");
        return await presses.ShowAsync(id, await use.IsColleagueAsync(to, console, ct)
            ? assign.AssignAsync(id, to, console.Visitor.OfficialId, ct) : Task.FromResult(CaseOutcome.Invalid), "saved", ct);
    }

    private static Task<IResult> ConfirmKindAsync(Guid id, IFormCollection form, Presses presses, ChangeCase change, ConsoleContext console, CancellationToken ct) =>
        presses.ShowAsync(id, form.Choice<CaseKind>("kind") is { } kind
            ? change.ConfirmKindAsync(id, kind, console.Visitor.OfficialId, ct) : Task.FromResult(CaseOutcome.Invalid), "saved", ct);

    private static async Task<IResult> ForwardAsync(
        Guid id, IFormCollection form, Presses presses, ChangeCase change, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var unit = form.Id("unit");
        await using var db = await databases.CreateDbContextAsync(ct);
        return await presses.ShowAsync(id, (await ForwardTargets.ReadAsync(db, console.Visitor, ct)).Holds(unit)
            ? change.ForwardAsync(id, unit, console.Visitor.OfficialId, form.Text("reason"), ct) : Task.FromResult(CaseOutcome.Invalid), "saved", ct);
    }

    private static Task<IResult> CloseAsync(Guid id, IFormCollection form, Presses presses, CloseCase close, ConsoleContext console, CancellationToken ct) =>
        presses.ShowAsync(id, form.Choice<CaseEnd>("end") is { } end
            ? close.CloseAsync(id, end, console.Visitor.OfficialId, Cut(form.Text("reason")), ct) : Task.FromResult(CaseOutcome.Invalid), "saved", ct);

    private static string Cut(string reason) => reason.Length <= HotlineText.Longest ? reason : reason[..HotlineText.Longest];
}
