using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials;

public enum ChangeOutcome { Done, NotFound, LastAdministrator, Invalid }

/// <summary>An administrator changes who somebody is, what they may do, and whether they may sign in.</summary>
public sealed class ChangeOfficial(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    private const int LongestName = 100;

    public Task<ChangeOutcome> EditAsync(Guid id, string fullName, Guid unitId, Right rights, UnitScope scope, CancellationToken ct) =>
        fullName.Trim() is not { Length: > 0 and <= LongestName } name || !scope.Holds(unitId) || rights == Right.None
            ? Task.FromResult(ChangeOutcome.Invalid)
            : ApplyAsync(id, scope, official => (official.FullName, official.UnitId, official.Rights) = (name, unitId, rights & Rights.All), ct);

    /// <summary>Ends all sessions too.</summary>
    public Task<ChangeOutcome> LockAsync(Guid id, UnitScope scope, CancellationToken ct) =>
        ApplyAsync(id, scope, official => official.Lock(clock.GetUtcNow()), ct);

    /// <summary>Also after too many wrong passwords.</summary>
    public Task<ChangeOutcome> UnlockAsync(Guid id, UnitScope scope, CancellationToken ct) => ApplyAsync(id, scope, official => official.Unlock(), ct);

    public Task<ChangeOutcome> SetAwayAsync(Guid id, bool isAway, UnitScope scope, CancellationToken ct) =>
        ApplyAsync(id, scope, official => official.IsAway = isAway, ct);

    private async Task<ChangeOutcome> ApplyAsync(Guid id, UnitScope scope, Action<Official> change, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var official = await db.Set<Official>().AsTracking().Within(scope).SingleOrDefaultAsync(o => o.Id == id, ct);
        if (official is null) return ChangeOutcome.NotFound;
        var wasAdministrator = IsActing(official);
        change(official);
        await db.SaveChangesAsync(ct);
        // Saving took the lock of the audit trail: two administrators who lock each other are here one after the other.
        if (wasAdministrator && !IsActing(official) && !await AnyAdministratorAsync(db, ct)) return ChangeOutcome.LastAdministrator;
        if (official.LockedAt is not null) await Sessions.EndAllAsync(db, id, clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return ChangeOutcome.Done;
    }

    private static bool IsActing(Official official) => official is { LockedAt: null, PasswordHash: not null } && official.Rights.HasAny(Right.Administrator);

    internal static Task<bool> AnyAdministratorAsync(ChatbotDb db, CancellationToken ct) =>
        db.Set<Official>().AnyAsync(o => o.LockedAt == null && o.PasswordHash != null && (o.Rights & Right.Administrator) != 0, ct);
}
