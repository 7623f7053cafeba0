using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline.Cases;

/// <summary>Recurring: answered cases that the citizen leaves so are closed, and what is old enough is deleted.</summary>
public sealed class CareForCases(CaseDesk desk, CloseCase close, WriteGate gate, IOptions<CaseOptions> options)
{
    private const int Most = 500;

    /// <returns>How many were closed.</returns>
    public async Task<int> CloseAnsweredAsync(CancellationToken ct)
    {
        var closed = 0;
        foreach (var id in await AnsweredAsync(ct))
        {
            // Looked at again under the lock: the citizen may have written, or an official have answered, a moment ago.
            var outcome = await desk.ChangeAsync(id, (db, matter, token) => IsLeft(matter)
                ? close.CloseAsync(db, matter, CaseEnd.Resolved, official: null, "", token)
                : Task.FromResult(CaseOutcome.WrongState), ct);
            if (outcome == CaseOutcome.Done) closed++;
        }
        return closed;
    }

    /// <summary>Deletes closed cases past <see cref="CaseOptions.KeepCases"/> with everything that belongs to them.</summary>
    public async Task<int> DeleteOldAsync(CancellationToken ct)
    {
        var cut = desk.Now - options.Value.KeepCases;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await desk.ReadAsync(ct);
        return await db.Set<Case>().Where(c => c.ClosedAt < cut).ExecuteDeleteAsync(ct);
    }

    private bool IsLeft(Case matter) => matter.State == CaseState.Answered && matter.ChangedAt <= desk.Now - options.Value.CloseAnsweredAfter;

    private async Task<List<Guid>> AnsweredAsync(CancellationToken ct)
    {
        var cut = desk.Now - options.Value.CloseAnsweredAfter;
        await using var db = await desk.ReadAsync(ct);
        return await db.Set<Case>().Where(c => c.State == CaseState.Answered && c.ChangedAt <= cut).OrderBy(c => c.ChangedAt).Take(Most).Select(c => c.Id).ToListAsync(ct);
    }
}
