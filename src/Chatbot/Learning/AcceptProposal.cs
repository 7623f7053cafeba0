using Chatbot.Catalogue.Phrases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>An official says what a group of questions is about: its words become phrases of that procedure.</summary>
public sealed class AcceptProposal(PhraseBook book, PhraseRules rules)
{
    /// <param name="groupId">The group.</param>
    /// <param name="code">Procedure that the official chose.</param>
    /// <param name="texts">Wordings to teach, at least one; the first one must be teachable, others that are not are left out.</param>
    /// <param name="officialId">Who accepts.</param>
    /// <param name="scope">Units of the official.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<PhraseOutcome> AcceptAsync(Guid groupId, string code, IReadOnlyList<string> texts, Guid officialId, UnitScope scope, CancellationToken ct)
    {
        if (texts.Count == 0) return PhraseOutcome.Unsound;
        if (rules.Refusal(texts[0], code) is { } refusal) return refusal;
        var sound = texts.Where(text => rules.Refusal(text, code) is null).ToList();
        return await book.ActAsync(async db =>
        {
            var unitId = await db.Set<QuestionGroup>().Within(scope).Where(g => g.Id == groupId).Select(g => (Guid?)g.UnitId).SingleOrDefaultAsync(ct);
            if (unitId is null) return PhraseOutcome.NotFound;
            if (!await TakeAsync(db, groupId, code, officialId, ct)) return PhraseOutcome.Decided;
            return await TeachAsync(db, unitId.Value, code, sound, officialId, ct);
        }, ct);
    }

    // Of two who press at once one finds it open.
    private async Task<bool> TakeAsync(ChatbotDb db, Guid groupId, string code, Guid officialId, CancellationToken ct)
    {
        var now = book.Now;
        return await db.Set<QuestionGroup>().Where(g => g.Id == groupId && g.State == GroupState.Open).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.State, GroupState.Accepted).SetProperty(g => g.AcceptedCode, code)
            .SetProperty(g => g.DecidedBy, officialId).SetProperty(g => g.DecidedAt, now), ct) == 1;
    }

    /// <summary>What is known already needs no teaching; words that mean another procedure stop it all.</summary>
    private async Task<PhraseOutcome> TeachAsync(ChatbotDb db, Guid unitId, string code, List<string> texts, Guid officialId, CancellationToken ct)
    {
        foreach (var text in texts)
            if (await book.AddAsync(db, new NewPhrase(unitId, code, text), PhraseOrigin.Asked, officialId, ct) == PhraseOutcome.MeansAnother) return PhraseOutcome.MeansAnother;
        return PhraseOutcome.Done;
    }
}
