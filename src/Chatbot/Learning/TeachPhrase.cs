using Chatbot.Catalogue.Phrases;
using Chatbot.Officials;

namespace Chatbot.Learning;

/// <summary>An official writes how people ask for a procedure.</summary>
public sealed class TeachPhrase(PhraseBook book, PhraseRules rules)
{
    public async Task<PhraseOutcome> TeachAsync(NewPhrase phrase, Guid officialId, UnitScope scope, CancellationToken ct)
    {
        if (!scope.Holds(phrase.UnitId)) return PhraseOutcome.NotFound;
        return rules.Refusal(phrase.Text, phrase.Code) ?? await book.ActAsync(db => book.AddAsync(db, phrase, PhraseOrigin.Written, officialId, ct), ct);
    }
}
