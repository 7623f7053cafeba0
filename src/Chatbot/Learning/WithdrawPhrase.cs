using Chatbot.Catalogue.Phrases;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>An official takes a taught phrase back; what ships with the product stays.</summary>
public sealed class WithdrawPhrase(PhraseBook book)
{
    /// <returns>Done, NotFound, or Decided: somebody else has withdrawn it.</returns>
    public Task<PhraseOutcome> WithdrawAsync(Guid id, Guid officialId, UnitScope scope, CancellationToken ct) =>
        book.ActAsync(async db =>
        {
            var phrase = await db.Set<OfficePhrase>().AsTracking().Within(scope).SingleOrDefaultAsync(p => p.Id == id, ct);
            if (phrase is null) return PhraseOutcome.NotFound;
            if (!phrase.Withdraw(officialId, book.Now)) return PhraseOutcome.Decided;
            await db.SaveChangesAsync(ct);
            return PhraseOutcome.Done;
        }, ct);
}
