using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>The citizen wrote in a talk with an open case: whoever waited for that may go on. Runs inside the dispatcher's transaction, so it happens
/// exactly when the message counts as handled.</summary>
public sealed class CitizenNews(CaseSearch search)
{
    /// <summary>Costs nothing in a talk without an open case.</summary>
    public void Note(Turn turn, string words)
    {
        if (turn.Conversation.CaseId is not null)
            turn.Change((db, ct) => NoteAsync(db, turn, words, ct));
    }

    private async Task NoteAsync(ChatbotDb db, Turn turn, string words, CancellationToken ct)
    {
        var (conversation, now) = (turn.Conversation.Id, turn.Now);
        var open = db.Set<Case>().Where(c => c.ConversationId == conversation && c.State != CaseState.Closed);
        var cases = await open.OrderBy(c => c.Id).Select(c => new { c.Id, c.UnitId, c.HandlerUnitId }).ToListAsync(ct);
        foreach (var (id, unit, handler) in cases.Select(c => (c.Id, c.UnitId, c.HandlerUnitId)))
        {
            turn.Tell(LiveChange.Unit(unit));
            turn.Tell(LiveChange.Unit(handler));
            var one = db.Set<Case>().Where(c => c.Id == id);
            await one.ExecuteUpdateAsync(set => set.SetProperty(c => c.ChangedAt, now), ct);
            if (await one.Where(c => c.State == CaseState.WaitingForCitizen).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CaseState.InProgress), ct) == 1)
                db.Add(new CaseEvent { CaseId = id, Verb = CaseVerb.CitizenWrote, State = CaseState.InProgress, HappenedAt = now });
            await OfferHeldAsync(db, turn, id, ct);
            if (words.Length > 0) await search.IndexAsync(db, id, words, ct);
        }
    }

    /// <summary>What could not be sent before may be sent now, by a person who has read what the citizen writes: never blindly.</summary>
    private static async Task OfferHeldAsync(ChatbotDb db, Turn turn, Guid caseId, CancellationToken ct)
    {
        var now = turn.Now;
        var held = await db.Set<CaseAnswer>().Where(a => a.CaseId == caseId && a.State == AnswerState.Held).ToListAsync(ct);
        if (held.Count == 0) return;
        await db.Set<CaseAnswer>().Where(a => a.CaseId == caseId && a.State == AnswerState.Held)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AnswerState.Offered), ct);
        var matter = await db.Set<Case>().SingleAsync(c => c.Id == caseId, ct);
        foreach (var answer in held)
        {
            // Held and offered again: the cause carries the time, so each offer is told once.
            var to = matter.AssigneeId ?? answer.AuthorId;
            db.Add(Notice.For(matter, NoticeKind.AnswerOffered, to, $"offered:{answer.Id}:{now:O}", now));
            turn.Tell(LiveChange.Official(to));
            db.Add(CaseEvent.Of(matter, CaseVerb.OfferAnswer, official: null, now, answer.Id.ToString()));
        }
    }
}
