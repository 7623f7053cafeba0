using Chatbot.Channels;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Settings;

/// <summary>The page of settings as the answer to a request, and what is noted of a change.</summary>
internal sealed class SettingsReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, WriteGate gate, AuditTrail trail, TimeProvider clock)
{
    public async Task<IResult> PageAsync(string? notice, bool isError, CancellationToken ct)
    {
        var scope = await console.ScopeAsync(ct);
        var units = scope.UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        var people = await InboxReader.Colleagues(db, scope).ToListAsync(ct);
        var agents = await db.Set<Agent>().Where(a => units.Contains(a.UnitId)).ToDictionaryAsync(a => a.OfficialId, ct);
        return Pages.Show<SettingsPage>(new
        {
            Units = await UnitNode.ReadAsync(db, scope, ct), Notice = notice, NoticeIsError = isError, Now = clock.GetUtcNow(),
            LabelsKept = await db.Set<Label>().Where(l => units.Contains(l.UnitId)).OrderBy(l => l.Name).ToListAsync(ct),
            Canned = await db.Set<CannedAnswer>().Where(c => units.Contains(c.UnitId)).OrderBy(c => c.Title).ToListAsync(ct),
            Macros = await db.Set<Macro>().Where(m => units.Contains(m.UnitId)).OrderBy(m => m.Name).ToListAsync(ct),
            Agents = (IReadOnlyList<AgentRow>)[.. people.Select(p => new AgentRow(p, agents.GetValueOrDefault(p.Id)))],
            Accounts = await db.Set<ChannelAccount>().Where(a => units.Contains(a.UnitId)).OrderBy(a => a.Channel).ThenBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct),
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Back to the page with what has become of it; a change is entered in the audit trail.</summary>
    /// <param name="what">Which kind of setting.</param>
    /// <param name="which">Its name.</param>
    public async Task<IResult> AnswerAsync(CaseOutcome outcome, string what, string which, Guid unit, CancellationToken ct)
    {
        if (outcome == CaseOutcome.Unknown) return TypedResults.NotFound();
        if (outcome != CaseOutcome.Done) return await PageAsync(SettingsTexts.Invalid, isError: true, ct);
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("case_setting.changed", what, "", unit) { Details = new Dictionary<string, object?> { [what] = which } }, ct);
        return Pages.Go(SettingsRoutes.Home + "?done=saved");
    }
}

/// <param name="Agent">Null: never set; takes no part in automatic assignment.</param>
public sealed record AgentRow(Colleague Person, Agent? Agent);
