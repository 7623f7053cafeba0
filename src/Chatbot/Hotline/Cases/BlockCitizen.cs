using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>Spam and abuse: the bot falls silent for this citizen until an official lifts it. Danger and the rights over one's data are still answered.</summary>
public sealed class BlockCitizen(CaseDesk desk, CloseCase close)
{
    /// <summary>Closes the case as spam and blocks its talk, together.</summary>
    public Task<CaseOutcome> BlockAsync(Guid caseId, Guid official, string reason, CancellationToken ct) => desk.ChangeAsync(caseId, async (db, matter, token) =>
    {
        if (matter.IsOpen) await close.CloseAsync(db, matter, CaseEnd.Spam, official, reason, token);
        db.Add(CaseEvent.Of(matter, CaseVerb.Block, official, desk.Now));
        var now = desk.Now;
        await db.SaveChangesAsync(token);
        await db.Set<Conversation>().Where(c => c.Id == matter.ConversationId && c.BlockedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.BlockedAt, now), token);
        return CaseOutcome.Done;
    }, ct);

    public Task<CaseOutcome> UnblockAsync(Guid caseId, Guid official, CancellationToken ct) => desk.ChangeAsync(caseId, async (db, matter, token) =>
    {
        db.Add(CaseEvent.Of(matter, CaseVerb.Unblock, official, desk.Now));
        await db.SaveChangesAsync(token);
        await db.Set<Conversation>().Where(c => c.Id == matter.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.BlockedAt, (DateTimeOffset?)null), token);
        return CaseOutcome.Done;
    }, ct);
}
