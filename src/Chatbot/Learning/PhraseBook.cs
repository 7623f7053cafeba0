using Chatbot.Catalogue.Phrases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Understanding.Learning;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>How taught phrases are stored and made known: every process has the next index within seconds, and answers from the old one until then.</summary>
public sealed class PhraseBook(IDbContextFactory<ChatbotDb> databases, WriteGate gate, LiveChanges live, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>One act on the book; committed only when it is done.</summary>
    internal async Task<PhraseOutcome> ActAsync(Func<ChatbotDb, Task<PhraseOutcome>> act, CancellationToken ct)
    {
        var outcome = await StoredAsync(act, ct);
        if (outcome == PhraseOutcome.Done) live.Committed([LiveChange.Knowledge]);
        return outcome;
    }

    /// <returns>Done, Known or MeansAnother.</returns>
    internal async Task<PhraseOutcome> AddAsync(ChatbotDb db, NewPhrase phrase, PhraseOrigin origin, Guid officialId, CancellationToken ct)
    {
        var key = PhraseKey.Of(phrase.Text);
        var there = await db.Set<OfficePhrase>().Where(p => p.UnitId == phrase.UnitId && p.Key == key && p.WithdrawnAt == null).Select(p => p.ProcedureCode).FirstOrDefaultAsync(ct);
        if (there is not null) return there == phrase.Code ? PhraseOutcome.Known : PhraseOutcome.MeansAnother;
        db.Add(new OfficePhrase
        {
            UnitId = phrase.UnitId, ProcedureCode = phrase.Code, Text = phrase.Text, Key = key, SearchText = PlainText.Of(phrase.Text), Origin = origin,
            OfficialId = officialId, CreatedAt = Now,
        });
        await db.SaveChangesAsync(ct);
        return PhraseOutcome.Done;
    }

    private async Task<PhraseOutcome> StoredAsync(Func<ChatbotDb, Task<PhraseOutcome>> act, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var outcome = await act(db);
            if (outcome != PhraseOutcome.Done) return outcome;
            await live.AnnounceAsync(db, [LiveChange.Knowledge], ct);
            await transaction.CommitAsync(ct);
            return outcome;
        }
        catch (DbUpdateException error) when (error.InnerException is System.Data.Common.DbException { SqlState: "23505" } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 })
        {
            return PhraseOutcome.Decided;   // two taught the same words at once; the index let one pass
        }
    }
}

/// <summary>A wording for a procedure.</summary>
public sealed record NewPhrase(Guid UnitId, string Code, string Text);
