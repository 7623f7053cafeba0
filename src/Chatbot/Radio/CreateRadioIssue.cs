using Chatbot.Catalogue.Answers;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Radio;

/// <summary>Makes the next issue of a unit from answers that are public on its day.</summary>
public sealed class CreateRadioIssue(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="answerIds">In the order of reading.</param>
    /// <returns>Null: the unit is not the actor's, nothing was chosen, or one of them is not public on that day.</returns>
    /// <exception cref="DbUpdateException">Five others made an issue at the same moment.</exception>
    public async Task<RadioIssue?> CreateAsync(Guid unitId, DateOnly day, IReadOnlyList<Guid> answerIds, AnswerActor actor, CancellationToken ct)
    {
        if (answerIds.Count == 0 || !actor.UnitIds.Contains(unitId)) return null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(unitId, day, [.. answerIds.Distinct()], actor.OfficialId, ct);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else took the number; the next one is tried.
            }
        }
    }

    private async Task<RadioIssue?> TryAsync(Guid unitId, DateOnly day, List<Guid> answerIds, Guid officialId, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var versions = await db.Set<PublishedAnswer>()
            .Where(a => a.UnitId == unitId && answerIds.Contains(a.Id) && a.Status == AnswerStatus.Published)
            .Where(a => (a.ValidFrom == null || a.ValidFrom <= day) && (a.ValidUntil == null || a.ValidUntil >= day))
            .ToDictionaryAsync(a => a.Id, a => a.VersionId, ct);
        if (versions.Count != answerIds.Count) return null;
        var last = await db.Set<RadioIssue>().Where(i => i.UnitId == unitId).MaxAsync(i => (int?)i.Number, ct) ?? 0;
        var issue = new RadioIssue { UnitId = unitId, Number = last + 1, Day = day, CreatedBy = officialId, CreatedAt = clock.GetUtcNow() };
        db.Add(issue);
        db.AddRange(answerIds.Select((id, i) => new RadioItem { IssueId = issue.Id, Place = i + 1, VersionId = versions[id] }));
        await db.SaveChangesAsync(ct);
        return issue;
    }
}
