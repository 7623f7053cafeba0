using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Assigning;

/// <summary>Who answers what, and who is away.</summary>
public sealed class KeepAgent(IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    /// <summary>Adds the official to those who answer, or changes what was set before.</summary>
    public async Task SetAsync(AgentSettings settings, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var never = DateTimeOffset.UnixEpoch;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO agent (official_id, unit_id, skills, most_cases, is_on_duty, last_assigned_at)
            VALUES ({settings.OfficialId}, {settings.UnitId}, {string.Join(',', settings.Skills)}, {settings.MostCases}, {settings.IsOnDuty}, {TimeOf(db, never)})
            ON CONFLICT (official_id) DO UPDATE SET unit_id = excluded.unit_id, skills = excluded.skills, most_cases = excluded.most_cases, is_on_duty = excluded.is_on_duty
            """, ct);
    }

    /// <param name="official">Unknown officials are passed over.</param>
    /// <param name="until">Null: back again.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task SetAwayAsync(Guid official, DateTimeOffset? until, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<Agent>().Where(a => a.OfficialId == official).ExecuteUpdateAsync(set => set.SetProperty(a => a.AwayUntil, until), ct);
    }

    // Raw statements bypass the column's conversion on SQLite.
    internal static object TimeOf(ChatbotDb db, DateTimeOffset time) =>
        db.Database.IsSqlite() ? Conventions.Microseconds(time) : time.ToUniversalTime();
}

/// <param name="Skills">Kinds that the official answers; empty: all.</param>
/// <param name="MostCases">1 or more.</param>
public sealed record AgentSettings(Guid OfficialId, Guid UnitId, IReadOnlyList<Cases.CaseKind> Skills, int MostCases, bool IsOnDuty);
