using System.Globalization;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>One action on many cases: each on its own; what is refused leaves the others done.</summary>
internal static class BulkRoute
{
    private const string Home = "/console/cases";

    public static async Task<IResult> RunAsync(IFormCollection form, ConsoleContext console, BulkServices use, CancellationToken ct)
    {
        var wanted = form["case"].Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Distinct().ToList();
        if (wanted.Count is 0 or > ChangeManyCases.Most || form.Choice<BulkAction>("action") is not { } action) return Back(form, "none");
        if (action is BulkAction.Assign or BulkAction.Release && !console.Visitor.May(CaseRights.Lead)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (await use.ChangeOfAsync(action, form, console, ct) is not { } change) return Back(form, "none");
        var visible = await use.VisibleAsync(wanted, console, ct);
        var outcomes = await ChangeManyCases.ChangeAsync(visible, change, ct);
        var done = outcomes.Count(o => o.Outcome == CaseOutcome.Done);
        return Back(form, string.Create(CultureInfo.InvariantCulture, $"{done}-{wanted.Count - done}"));
    }

    /// <summary>To the list as it was seen; never anywhere else.</summary>
    private static IResult Back(IFormCollection form, string said) =>
        Pages.Go(form.Text("back") is var seen && seen.StartsWith(Home + "?", StringComparison.Ordinal) ? $"{seen}&bulk={said}" : $"{Home}?bulk={said}");

    /// <returns>Null: nothing was done just now.</returns>
    public static string? Notice(HttpRequest request) => request.Query["bulk"].ToString() switch
    {
        "" => null,
        var said when said.Split('-') is [var done, var not] && int.TryParse(done, out var done1) && int.TryParse(not, out var not1) => InboxTexts.BulkDone(done1, not1),
        _ => InboxTexts.BulkNone,
    };
}

/// <summary>The use cases behind <see cref="BulkAction"/>.</summary>
internal sealed class BulkServices(IDbContextFactory<ChatbotDb> databases, AssignCase assign, NoteCase note, CloseCase close)
{
    /// <returns>Null: what the action needs was not given, or is not this visitor's to give.</returns>
    public async Task<Func<Guid, CancellationToken, Task<CaseOutcome>>?> ChangeOfAsync(BulkAction action, IFormCollection form, ConsoleContext console, CancellationToken ct)
    {
        var me = console.Visitor.OfficialId;
        var (to, label) = (form.Id("to"), form.Id("label"));
        return action switch
        {
            BulkAction.Claim => (id, token) => assign.ClaimAsync(id, me, token),
            BulkAction.Release => (id, token) => assign.ReleaseAsync(id, me, token),
            BulkAction.Assign when await IsColleagueAsync(to, console, ct) => (id, token) => assign.AssignAsync(id, to, me, token),
            BulkAction.Label when await IsLabelAsync(label, console, ct) => (id, token) => note.LabelAsync(id, label, me, token),
            BulkAction.Close when form.Choice<CaseEnd>("end") is { } end => (id, token) => close.CloseAsync(id, end, me, "", token),
            _ => null,
        };
    }

    public async Task<IReadOnlyCollection<Guid>> VisibleAsync(IReadOnlyCollection<Guid> wanted, ConsoleContext console, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Case>().Where(c => wanted.Contains(c.Id) && (units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId))).Select(c => c.Id).ToListAsync(ct);
    }

    public async Task<bool> IsColleagueAsync(Guid official, ConsoleContext console, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await InboxReader.Colleagues(db, await console.ScopeAsync(ct)).AnyAsync(o => o.Id == official, ct);
    }

    public async Task<bool> IsLabelAsync(Guid label, ConsoleContext console, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Label>().AnyAsync(l => l.Id == label && units.Contains(l.UnitId), ct);
    }
}
