using Chatbot.Channels;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Answering;

/// <summary>Recurring: an answer that the platform refused has not been given. Its author is told once, and the case is open again.</summary>
public sealed class NoteFailedAnswers(CaseDesk desk)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);

    /// <returns>How many answers were found to have failed.</returns>
    public async Task<int> NoteAsync(CancellationToken ct)
    {
        var noted = 0;
        foreach (var (answer, matter) in await FailedAsync(ct))
        {
            if (await desk.ChangeAsync(matter, (db, locked, token) => NoteAsync(db, locked, answer, token), ct) == CaseOutcome.Done) noted++;
        }
        return noted;
    }

    private async Task<List<(Guid Answer, Guid Case)>> FailedAsync(CancellationToken ct)
    {
        await using var db = await desk.ReadAsync(ct);
        var since = desk.Now - LookBack;
        var failed =
            from message in db.Set<OutboxMessage>()
            where message.AnswerId != null && message.CreatedAt > since
                && (message.Status == OutboxStatus.Refused || message.Status == OutboxStatus.Skipped || message.Status == OutboxStatus.Unknown)
            join answer in db.Set<CaseAnswer>() on message.AnswerId equals answer.Id
            select new { answer.Id, answer.CaseId, answer.QueuedAt };
        var found = await failed.ToListAsync(ct);
        var cases = found.Select(f => f.CaseId).ToHashSet();
        var told = await db.Set<Notice>().Where(n => cases.Contains(n.CaseId) && n.Kind == NoticeKind.AnswerFailed).Select(n => n.Cause).ToListAsync(ct);
        return [.. found.Where(f => !told.Contains(Cause(f.Id, f.QueuedAt))).Select(f => (f.Id, f.CaseId)).Distinct()];
    }

    private async Task<CaseOutcome> NoteAsync(ChatbotDb db, Case matter, Guid answerId, CancellationToken ct)
    {
        var answer = await db.Set<CaseAnswer>().AsTracking().SingleAsync(a => a.Id == answerId, ct);
        var cause = Cause(answerId, answer.QueuedAt);
        if (await db.Set<Notice>().AnyAsync(n => n.CaseId == matter.Id && n.Cause == cause, ct)) return CaseOutcome.WrongState;
        var parts = await db.Set<OutboxMessage>().Where(m => m.AnswerId == answerId).ToListAsync(ct);
        var delivery = AnswerDelivery.Of(parts);
        if (delivery.State is not (DeliveryState.Failed or DeliveryState.Unknown)) return CaseOutcome.WrongState;
        db.Add(Notice.For(matter, NoticeKind.AnswerFailed, answer.AuthorId, cause, desk.Now));
        // The window closed on the way, and nothing of it arrived: it waits like one that was too late from the start.
        if (parts.All(p => p.Status is OutboxStatus.Refused or OutboxStatus.Skipped) && parts.Exists(p => p.Reason == nameof(RefusalReason.OutsideWindow))) answer.Hold();
        // What may have arrived counts as given until a person decides otherwise.
        if (delivery.State == DeliveryState.Failed && matter.State == CaseState.Answered && matter.Go(CaseVerb.Start, desk.Now))
            db.Add(CaseEvent.Of(matter, CaseVerb.Start, official: null, desk.Now, $"{answerId};failed"));
        return CaseOutcome.Done;
    }

    // Tried again it may fail again, and is told again.
    private static string Cause(Guid answer, DateTimeOffset? queuedAt) => $"failed:{answer}:{queuedAt?.UtcTicks}";
}
