using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.After;

/// <summary>What was asked and what was answered in a case, as its words stand: for a draft of a published answer, in which everything personal is masked.</summary>
/// <remarks>Reads only; whoever calls it enters the reading in the audit trail.</remarks>
public sealed class QuoteCase(IDbContextFactory<ChatbotDb> databases, ISecretBox box)
{
    /// <param name="caseId">The case.</param>
    /// <param name="units">Offices whose cases this person may see.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Null: there is no such case, or not for this person.</returns>
    public async Task<QuotedCase?> ReadAsync(Guid caseId, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var matter = await db.Set<Case>().Where(c => c.Id == caseId && (units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId)))
            .Select(c => new { c.UnitId, c.HandlerUnitId, c.Question }).FirstOrDefaultAsync(ct);
        if (matter is null) return null;
        var answer = await db.Set<CaseAnswer>().Where(a => a.CaseId == caseId && a.Purpose == AnswerPurpose.Answer && a.State == AnswerState.Queued)
            .OrderByDescending(a => a.QueuedAt).Select(a => a.Text).FirstOrDefaultAsync(ct);
        return new QuotedCase(units.Contains(matter.UnitId) ? matter.UnitId : matter.HandlerUnitId, box.ReadWords(matter.Question) ?? "", answer is null ? "" : box.ReadWords(answer) ?? "");
    }
}

/// <param name="UnitId">In whose name it would be published: the office that was asked, or the one that answered for it.</param>
/// <param name="Question">Empty: no words, or the keys that protect them are gone.</param>
/// <param name="Answer">The last one that was sent; empty: none.</param>
public sealed record QuotedCase(Guid UnitId, string Question, string Answer);
