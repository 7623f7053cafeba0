using Chatbot.Hotline.Deadlines;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>The steps in a case's life that an official takes, other than answering, assigning and closing. Each may be pressed twice or by two at once:
/// the second finds the state changed and is refused.</summary>
public sealed class ChangeCase(CaseDesk desk, DeadlineClock clock, ISecretBox box)
{
    public Task<CaseOutcome> StartAsync(Guid caseId, Guid official, CancellationToken ct) =>
        desk.ChangeAsync(caseId, (db, matter) => Move(db, matter, CaseVerb.Start, official, ""), ct);

    /// <summary>What was asked of the citizen goes out as an answer of its own; this says that the office waits.</summary>
    public Task<CaseOutcome> WaitForCitizenAsync(Guid caseId, Guid official, CancellationToken ct) =>
        desk.ChangeAsync(caseId, (db, matter) => Move(db, matter, CaseVerb.AskCitizen, official, ""), ct);

    /// <summary>Confirms what the matter is in law, or corrects it; its deadline runs from the day on which it came.</summary>
    public Task<CaseOutcome> ConfirmKindAsync(Guid caseId, CaseKind kind, Guid official, CancellationToken ct) =>
        desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            if (!matter.IsOpen) return CaseOutcome.WrongState;
            matter.Confirm(kind);
            matter.Run(clock.Of(kind, await OfficeHours.OfAsync(db, matter.HandlerUnitId, token), matter.OpenedAt));
            db.Add(CaseEvent.Of(matter, CaseVerb.ConfirmKind, official, desk.Now, $"{kind};{matter.RuleId};{matter.DueAt:O}"));
            return CaseOutcome.Done;
        }, ct);

    /// <param name="caseId">The case.</param>
    /// <param name="official">Who extends.</param>
    /// <param name="reason">Must be given; it stands in the history.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<CaseOutcome> ExtendAsync(Guid caseId, Guid official, string reason, CancellationToken ct) =>
        desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            if (string.IsNullOrWhiteSpace(reason)) return CaseOutcome.Invalid;
            if (!matter.IsUnanswered) return CaseOutcome.WrongState;
            if (clock.Longer(matter, await OfficeHours.OfAsync(db, matter.HandlerUnitId, token)) is not { } longer) return CaseOutcome.NoExtension;
            matter.Extend(longer);
            db.Add(CaseEvent.Of(matter, CaseVerb.Extend, official, desk.Now, $"{matter.RuleId};{matter.DueAt:O}", box.ProtectWords(reason.Trim())));
            return CaseOutcome.Done;
        }, ct);

    public Task<CaseOutcome> ForwardAsync(Guid caseId, Guid unit, Guid official, string reason, CancellationToken ct) =>
        desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            if (!await db.Set<Officials.Unit>().AnyAsync(u => u.Id == unit, token)) return CaseOutcome.Invalid;
            var from = matter.HandlerUnitId;
            if (!matter.Forward(unit, desk.Now)) return CaseOutcome.WrongState;
            db.Add(CaseEvent.Of(matter, CaseVerb.Forward, official, desk.Now, $"{from};{unit}", box.ProtectWords(reason.Trim())));
            return CaseOutcome.Done;
        }, ct);

    public Task<CaseOutcome> SendBackAsync(Guid caseId, Guid official, string reason, CancellationToken ct) =>
        desk.ChangeAsync(caseId, (db, matter) =>
        {
            var from = matter.HandlerUnitId;
            if (!matter.SendBack(desk.Now)) return CaseOutcome.WrongState;
            db.Add(CaseEvent.Of(matter, CaseVerb.SendBack, official, desk.Now, $"{from};{matter.HandlerUnitId}", box.ProtectWords(reason.Trim())));
            return CaseOutcome.Done;
        }, ct);

    /// <summary>A new deadline begins now; a confirmed kind keeps its law.</summary>
    public Task<CaseOutcome> ReopenAsync(Guid caseId, Guid official, string reason, CancellationToken ct) =>
        desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            var now = desk.Now;
            if (!matter.Reopen(now)) return CaseOutcome.WrongState;
            var office = await OfficeHours.OfAsync(db, matter.HandlerUnitId, token);
            matter.Run(matter.IsKindConfirmed ? clock.Of(matter.Kind, office, now) : clock.FirstAnswer(office, now));
            db.Add(CaseEvent.Of(matter, CaseVerb.Reopen, official, now, "", box.ProtectWords(reason.Trim())));
            await db.SaveChangesAsync(token);
            await db.Set<Messaging.Conversation>().Where(c => c.Id == matter.ConversationId).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.CaseId, matter.Id).SetProperty(c => c.KeepUntil, Case.LongAway), token);
            return CaseOutcome.Done;
        }, ct);

    /// <summary>The assignee has the talk open. Not part of the history: who reads is the audit trail's matter.</summary>
    public async Task SeeAsync(Guid caseId, Guid official, CancellationToken ct) =>
        await desk.ChangeAsync(caseId, (_, matter) =>
        {
            if (matter.AssigneeId != official) return CaseOutcome.TakenByAnother;
            matter.See(desk.Now);
            return CaseOutcome.Done;
        }, ct);

    private CaseOutcome Move(ChatbotDb db, Case matter, CaseVerb verb, Guid official, string detail)
    {
        if (!matter.Go(verb, desk.Now)) return CaseOutcome.WrongState;
        db.Add(CaseEvent.Of(matter, verb, official, desk.Now, detail));
        return CaseOutcome.Done;
    }
}
