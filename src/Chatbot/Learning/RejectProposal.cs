using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>An official says that a group of questions is none for the phrase bank; it is not proposed again.</summary>
public sealed class RejectProposal(IDbContextFactory<ChatbotDb> databases, WriteGate gate, AuditTrail trail, TimeProvider clock)
{
    /// <returns>Done, NotFound, or Decided: somebody else was faster.</returns>
    public async Task<PhraseOutcome> RejectAsync(Guid groupId, Guid officialId, UnitScope scope, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unitId = await db.Set<QuestionGroup>().Within(scope).Where(g => g.Id == groupId).Select(g => (Guid?)g.UnitId).SingleOrDefaultAsync(ct);
        if (unitId is null) return PhraseOutcome.NotFound;
        var now = clock.GetUtcNow();
        var rejected = await db.Set<QuestionGroup>().Where(g => g.Id == groupId && g.State == GroupState.Open).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.State, GroupState.Rejected).SetProperty(g => g.DecidedBy, officialId).SetProperty(g => g.DecidedAt, now), ct);
        if (rejected == 0) return PhraseOutcome.Decided;
        await trail.AppendAsync(db, new AuditRecord("question_group.rejected", "question_group", groupId.ToString(), unitId.Value), ct);
        await transaction.CommitAsync(ct);
        return PhraseOutcome.Done;
    }
}
