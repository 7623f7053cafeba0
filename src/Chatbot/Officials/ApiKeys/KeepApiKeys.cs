using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Officials.ApiKeys;

/// <summary>Makes, recognises and revokes keys.</summary>
public sealed class KeepApiKeys(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    public const string Prefix = "chatbot_";
    public const int MostDays = 366;
    private const int ShownLetters = 14;
    private static readonly TimeSpan AnswersAreKept = TimeSpan.FromDays(7);

    /// <param name="days">How long it works, 1 to <see cref="MostDays"/>.</param>
    /// <returns>The key itself, which nobody can read again; null: no name, no scope, or not the actor's unit.</returns>
    public async Task<string?> MakeAsync(string name, Guid unitId, ApiScope scopes, int days, UnitScope scope, Guid officialId, CancellationToken ct)
    {
        name = name.Trim();
        scopes &= ApiScopes.All;
        if (name.Length is 0 or > ApiKey.LongestName || scopes == ApiScope.None || days is < 1 or > MostDays || !scope.Holds(unitId)) return null;
        var (key, now) = (Prefix + OneTimeToken.New(), clock.GetUtcNow());
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Add(new ApiKey
        {
            UnitId = unitId, Name = name, Hash = OneTimeToken.Hash(key), Start = key[..ShownLetters], Scopes = scopes, CreatedBy = officialId, CreatedAt = now, ExpiresAt = now.AddDays(days),
        });
        await db.SaveChangesAsync(ct);
        return key;
    }

    /// <returns>False: not there, or not the actor's.</returns>
    public async Task<bool> RevokeAsync(Guid id, UnitScope scope, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ApiKey>().Within(scope).AsTracking().FirstOrDefaultAsync(k => k.Id == id, ct) is not { } key) return false;
        key.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Read from the database with each request: what was revoked a second ago is gone.</summary>
    /// <returns>Null: unknown, over, or revoked.</returns>
    public async Task<ApiCaller?> FindAsync(string key, CancellationToken ct)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var (hash, now) = (OneTimeToken.Hash(key), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await (from known in db.Set<ApiKey>()
                           join unit in db.Set<Unit>() on known.UnitId equals unit.Id
                           where known.Hash == hash
                           select new { Key = known, unit.Path }).FirstOrDefaultAsync(ct);
        if (found is null || !found.Key.IsAlive(now)) return null;
        if (found.Key.LastUsedAt is not { } used || now - used > TimeSpan.FromMinutes(1)) await NoteUseAsync(db, found.Key.Id, now, ct);
        return new ApiCaller(found.Key.Id, found.Key.CreatedBy, found.Key.UnitId, found.Key.Scopes, await UnitScope.OfAsync(db, found.Path, ct));
    }

    /// <summary>A job: answers that nobody will ask for again.</summary>
    public async Task ForgetAnswersAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var old = clock.GetUtcNow() - AnswersAreKept;
        await db.Set<ApiAnswer>().Where(a => a.AnsweredAt < old).ExecuteDeleteAsync(ct);
    }

    private async Task NoteUseAsync(ChatbotDb db, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await db.Set<ApiKey>().Where(k => k.Id == id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), ct);
    }
}

/// <summary>The key behind one request.</summary>
public sealed record ApiCaller(Guid KeyId, Guid OfficialId, Guid UnitId, ApiScope Scopes, UnitScope Units);
