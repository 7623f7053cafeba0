using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>The talk goes back to the bot while the case stays open: an official says so, or the citizen calls the bot.</summary>
public sealed class HandBack(CaseDesk desk)
{
    public Task<CaseOutcome> HandBackAsync(Guid caseId, Guid official, CancellationToken ct) =>
        desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            if (!matter.IsOpen) return CaseOutcome.WrongState;
            await NoteAsync(db, caseId, official, desk.Now, token);
            await db.SaveChangesAsync(token);
            await db.Set<Conversation>().Where(c => c.Id == matter.ConversationId)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.SilentUntil, (DateTimeOffset?)null), token);
            return CaseOutcome.Done;
        }, ct);

    /// <param name="db">The transaction.</param>
    /// <param name="caseId">A case that is gone meanwhile leaves no trace.</param>
    /// <param name="official">Null: the citizen.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task NoteAsync(ChatbotDb db, Guid caseId, Guid? official, DateTimeOffset now, CancellationToken ct)
    {
        var state = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => (CaseState?)c.State).FirstOrDefaultAsync(ct);
        if (state is { } known) db.Add(new CaseEvent { CaseId = caseId, Verb = CaseVerb.HandBack, State = known, OfficialId = official, HappenedAt = now });
    }
}
