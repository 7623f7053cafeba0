using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>An official finds that two talks are with one citizen, or that they are not after all. Nothing of either talk is changed.</summary>
public sealed class JoinCitizen(CaseDesk desk)
{
    /// <param name="caseId">The case at hand; its history tells who joined what.</param>
    /// <param name="other">A talk of the same citizen at another account.</param>
    /// <param name="official">Who says so.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<CaseOutcome> JoinAsync(Guid caseId, Guid other, Guid official, CancellationToken ct) => desk.ChangeAsync(caseId, async (db, matter, token) =>
    {
        var here = matter.ConversationId;
        var channel = await db.Set<Conversation>().Where(c => c.Id == other).Select(c => (Channels.Channel?)c.Channel).FirstOrDefaultAsync(token);
        if (other == here || channel is null) return CaseOutcome.Invalid;
        var known = await db.Set<SameCitizen>().Where(s => s.ConversationId == here || s.ConversationId == other).ToListAsync(token);
        var mine = known.Find(s => s.ConversationId == here)?.CitizenKey;
        var theirs = known.Find(s => s.ConversationId == other)?.CitizenKey;
        if (mine is not null && mine == theirs) return CaseOutcome.Done;
        var key = mine ?? theirs ?? Guid.CreateVersion7();
        if (mine is null) db.Add(new SameCitizen { ConversationId = here, CitizenKey = key, OfficialId = official, JoinedAt = desk.Now });
        if (theirs is null) db.Add(new SameCitizen { ConversationId = other, CitizenKey = key, OfficialId = official, JoinedAt = desk.Now });
        else if (mine is not null) await db.Set<SameCitizen>().Where(s => s.CitizenKey == theirs).ExecuteUpdateAsync(set => set.SetProperty(s => s.CitizenKey, key), token);
        // Without the other talk's id: a history is never changed, and must not name whom the other citizen has had erased.
        db.Add(CaseEvent.Of(matter, CaseVerb.MergeCitizen, official, desk.Now, channel.ToString()!));
        return CaseOutcome.Done;
    }, ct);

    /// <summary>Takes one talk out again.</summary>
    public Task<CaseOutcome> SplitAsync(Guid caseId, Guid other, Guid official, CancellationToken ct) => desk.ChangeAsync(caseId, async (db, matter, token) =>
    {
        var key = await db.Set<SameCitizen>().Where(s => s.ConversationId == matter.ConversationId).Select(s => (Guid?)s.CitizenKey).FirstOrDefaultAsync(token);
        if (key is null || await db.Set<SameCitizen>().Where(s => s.ConversationId == other && s.CitizenKey == key).ExecuteDeleteAsync(token) == 0)
            return CaseOutcome.Invalid;
        // One talk alone is joined with nothing.
        if (await db.Set<SameCitizen>().CountAsync(s => s.CitizenKey == key, token) == 1) await db.Set<SameCitizen>().Where(s => s.CitizenKey == key).ExecuteDeleteAsync(token);
        db.Add(CaseEvent.Of(matter, CaseVerb.SplitCitizen, official, desk.Now));
        return CaseOutcome.Done;
    }, ct);
}
