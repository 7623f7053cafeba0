using Chatbot.Persistence;
using Chatbot.Understanding.Masking;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Answers;

/// <summary>How every act on an answer is stored: by one person, from the state that this person saw, or not at all.</summary>
public sealed class AnswerDesk(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async Task<AnswerAct> ActAsync(
        SeenAnswer seen, AnswerActor actor, Func<ChatbotDb, PublishedAnswer, AnswerOutcome> act, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var answer = await db.Set<PublishedAnswer>().AsTracking().FirstOrDefaultAsync(a => a.Id == seen.Id && actor.UnitIds.Contains(a.UnitId), ct);
        if (answer is null) return new AnswerAct(AnswerOutcome.Unknown, null);
        if (answer.Revision != seen.Revision) return new AnswerAct(AnswerOutcome.ChangedMeanwhile, answer);
        var outcome = act(db, answer);
        return outcome == AnswerOutcome.Done && !await SavedAsync(db, ct)
            ? new AnswerAct(AnswerOutcome.ChangedMeanwhile, answer)
            : new AnswerAct(outcome, answer);
    }

    /// <returns>False: the case has an answer already.</returns>
    internal async Task<bool> AddAsync(PublishedAnswer answer, AnswerVersion version, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.AddRange(answer, version);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (answer.OriginCaseId is not null)
        {
            await using var again = await databases.CreateDbContextAsync(ct);
            if (await again.Set<PublishedAnswer>().AnyAsync(a => a.OriginCaseId == answer.OriginCaseId, ct)) return false;
            throw;
        }
    }

    internal async Task<PublishedAnswer?> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<PublishedAnswer>().FirstOrDefaultAsync(a => a.OriginCaseId == caseId, ct);
    }

    /// <summary>Numbers and addresses that the office itself publishes; they are nobody's secret.</summary>
    internal async Task<KeptWords> KeptAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var contents = await db.Set<OfficeRecord>().Where(o => o.UnitId == unitId).Select(o => o.Content).ToListAsync(ct);
        var offices = contents.Select(CatalogueText.Office).ToList();
        return new KeptWords(offices.Select(o => o.Phone), offices.Select(o => o.Address));
    }

    // The row is updated only where its revision is still the one that was read; of two people one wins.
    private static async Task<bool> SavedAsync(ChatbotDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
