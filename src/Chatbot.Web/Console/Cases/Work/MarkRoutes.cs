using System.Text.RegularExpressions;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Compose;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.Cases.One;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Work;

/// <summary>Notes, labels, macros, and who is the same citizen.</summary>
internal static partial class MarkRoutes
{
    public static void MapMarks(this IEndpointRouteBuilder matter)
    {
        matter.MapPost("/note", NoteAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/label", LabelAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/unlabel", (Guid id, IFormCollection form, Presses presses, NoteCase note, ConsoleContext me, CancellationToken ct) =>
            presses.ShowAsync(id, note.UnlabelAsync(id, form.Id("label"), me.Visitor.OfficialId, ct), "saved", ct)).RequireRight(CaseRights.Act);
        matter.MapPost("/macro", MacroAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/join", JoinAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/split", SplitAsync).RequireRight(CaseRights.Act);
    }

    private static async Task<IResult> NoteAsync(
        Guid id, IFormCollection form, Presses presses, NoteCase note, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var text = form.Text("text");
        var named = Mention().Matches(text).Select(m => m.Groups[1].Value.ToUpperInvariant().TrimEnd('.', '-')).Distinct().ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        var mentioned = named.Count == 0 ? [] : await db.Set<Official>().Within(await console.ScopeAsync(ct))
            .Where(o => o.LockedAt == null && (o.Rights & CaseRights.See) != 0 && named.Contains(o.NormalizedUserName!)).Select(o => o.Id).ToListAsync(ct);
        return await presses.ShowAsync(id, form.Id("note") is var drawn && drawn != Guid.Empty
            ? note.NoteAsync(drawn, id, console.Visitor.OfficialId, text, mentioned, ct) : Task.FromResult(CaseOutcome.Invalid), "saved", ct);
    }

    private static async Task<IResult> LabelAsync(
        Guid id, IFormCollection form, Presses presses, NoteCase note, BulkServices use, ConsoleContext console, CancellationToken ct)
    {
        var label = form.Id("label");
        return await presses.ShowAsync(id, await use.IsLabelAsync(label, console, ct)
            ? note.LabelAsync(id, label, console.Visitor.OfficialId, ct) : Task.FromResult(CaseOutcome.Invalid), "saved", ct);
    }

    /// <summary>Steps that only a supervisor may take stay a supervisor's, also inside a macro; what it drafts stands in the composer.</summary>
    private static async Task<IResult> MacroAsync(
        Guid id, IFormCollection form, CasePages pages, RunMacro run, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (wanted, units, me) = (form.Id("macro"), (await console.ScopeAsync(ct)).UnitIds, console.Visitor);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Macro>().FirstOrDefaultAsync(m => m.Id == wanted && units.Contains(m.UnitId), ct) is not { } macro)
            return await pages.ShowAsync(id, draft: null, CasesTexts.OutcomeInvalid, isError: true, ct);
        if (!me.May(CaseRights.Lead) && macro.Read().Any(step => step.Action == MacroAction.Assign))
            return await pages.ShowAsync(id, draft: null, CasesTexts.OutcomeForbidden, isError: true, ct);
        var ran = await run.RunAsync(wanted, id, me.OfficialId, me.FullName, ct);
        var notice = ran.Outcome == CaseOutcome.Done ? CaseTexts.DoneSaved : CaseTexts.MacroStopped(ran.Done + 1, CaseLabels.Of(ran.Outcome, takenBy: null));
        return await pages.ShowAsync(id, new ComposerModel(Guid.CreateVersion7(), ran.Draft), notice, isError: ran.Outcome != CaseOutcome.Done, ct);
    }

    private static async Task<IResult> JoinAsync(
        Guid id, IFormCollection form, Presses presses, CasePages pages, JoinCitizen join, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        var talk = TrackingCode.Read(form.Text("code")) is not { } code ? null
            : await db.Set<Case>().Where(c => c.TrackingCode == code && (units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId))).Select(c => (Guid?)c.ConversationId).FirstOrDefaultAsync(ct);
        return talk is { } other
            ? await presses.ShowAsync(id, join.JoinAsync(id, other, console.Visitor.OfficialId, ct), "saved", ct)
            : await pages.ShowAsync(id, draft: null, CaseTexts.JoinUnknown, isError: true, ct);
    }

    private static Task<IResult> SplitAsync(Guid id, IFormCollection form, Presses presses, JoinCitizen join, ConsoleContext console, CancellationToken ct) =>
        presses.ShowAsync(id, join.SplitAsync(id, form.Id("talk"), console.Visitor.OfficialId, ct), "saved", ct);

    [GeneratedRegex(@"@([A-Za-z0-9._\-]{2,50})")]
    private static partial Regex Mention();
}
