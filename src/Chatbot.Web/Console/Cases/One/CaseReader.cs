using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Inbox;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>Reads a case for its page. Whoever shows it to a person for the first time calls <see cref="NoteReadingAsync"/>.</summary>
internal sealed class CaseReader(
    ReadCase cases, ReadTimeline timeline, DeadlineRules rules, IDbContextFactory<ChatbotDb> databases, WriteGate gate, AuditTrail trail, ChangeCase change, TimeProvider clock)
{
    public const int Entries = 60;

    /// <param name="before">Only what came earlier; null: up to now.</param>
    /// <returns>Null: there is no such case, or not for this visitor.</returns>
    public async Task<CaseModel?> ReadAsync(Guid id, Visitor visitor, UnitScope scope, DateTimeOffset? before, CancellationToken ct)
    {
        if (await cases.ReadAsync(id, scope.UnitIds, ct) is not { } view || await timeline.ReadAsync(id, scope.UnitIds, before, Entries, ct) is not { } talk) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var names = await CaseNames.ReadAsync(db, Ids(view, talk), ct);
        return new CaseModel(view, talk, names, visitor, clock.GetUtcNow()) { Rule = rules.Find(view.Case.RuleId) };
    }

    /// <summary>The assignee has the talk open: what has come until now is no news any more.</summary>
    public async Task SeeAsync(CaseModel model, CancellationToken ct)
    {
        if (!model.IsMine) return;
        await using var db = await databases.CreateDbContextAsync(ct);
        var conversation = model.View.Case.ConversationId;
        var last = await db.Set<Conversation>().Where(c => c.Id == conversation).Select(c => c.LastInboundAt).FirstOrDefaultAsync(ct);
        if (last is not null && !(model.View.Case.SeenAt >= last)) await change.SeeAsync(model.Id, model.Visitor.OfficialId, ct);
    }

    /// <summary>Who reads a citizen's talk is entered before they see it.</summary>
    public async Task NoteReadingAsync(Guid id, Guid unitId, string action, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord(action, "case", id.ToString(), unitId), ct);
    }

    private static IEnumerable<Guid> Ids(CaseView view, TimelinePage talk) =>
    [
        view.Case.UnitId, view.Case.HandlerUnitId, .. view.Labels, .. view.There.Select(p => p.OfficialId), .. view.Files.Select(f => f.OfficialId),
        .. new[] { view.Case.AssigneeId, view.Case.LastAssigneeId }.OfType<Guid>(), .. talk.Entries.SelectMany(Ids),
    ];

    private static IEnumerable<Guid> Ids(TimelineEntry entry) => entry switch
    {
        TimelineEntry.OfficialSaid said => [said.OfficialId],
        TimelineEntry.Noted noted => [noted.OfficialId],
        TimelineEntry.Happened happened => [happened.OfficialId ?? Guid.Empty, .. happened.Detail.Split(';').Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty)],
        _ => [],
    };
}
