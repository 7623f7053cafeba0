using System.Collections.Concurrent;
using System.Globalization;
using Chatbot.Campaigns.Audience;
using Chatbot.Hotline;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>An office's messages of one day: taken before deliveries are claimed, in every process from the same row, given back when they did not leave. What is above waits for the next day.</summary>
public sealed class DailyQuota(IDbContextFactory<ChatbotDb> databases, WriteGate gate, IOptionsMonitor<CampaignOptions> options, TimeProvider clock)
{
    /// <summary>Another limit counts after this time at the latest.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (int? Limit, DateTimeOffset Until)> limits = new();

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(WorkingCalendar.Local(at).DateTime);

    /// <returns>How many of them may leave today.</returns>
    public async Task<int> TakeAsync(Guid unitId, DateOnly day, int wanted, CancellationToken ct)
    {
        if (wanted <= 0 || await RememberedAsync(unitId, ct) is not { } limit) return wanted;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var sql = SqlText.For(db);
        var (least, greatest) = sql.IsSqlite ? ("min", "max") : ("least", "greatest");
        var (most, asked) = (sql.Value(limit), sql.Value(wanted));
        var given = $"{greatest}(0, {least}({asked}, {most} - daily_sending.used))";
        var rows = await sql.ReadAsync<int>(db, $"""
            INSERT INTO daily_sending (unit_id, day, used, granted) VALUES ({sql.Value(unitId)}, {Day(sql, day)}, {least}({asked}, {most}), {least}({asked}, {most}))
            ON CONFLICT (unit_id, day) DO UPDATE SET granted = {given}, used = daily_sending.used + {given}
            RETURNING granted AS "Value"
            """, ct);
        return rows[0];
    }

    /// <summary>Messages that did not leave after all.</summary>
    public async Task GiveBackAsync(Guid unitId, DateOnly day, int messages, CancellationToken ct)
    {
        if (messages <= 0 || await RememberedAsync(unitId, ct) is null) return;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<DailySending>().Where(s => s.UnitId == unitId && s.Day == day)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Used, s => s.Used > messages ? s.Used - messages : 0), ct);
    }

    /// <summary>As it is now.</summary>
    public Task<DayQuota> ReadAsync(Guid unitId, CancellationToken ct) => ReadAsync(unitId, Today, ct);

    public async Task<DayQuota> ReadAsync(Guid unitId, DateOnly day, CancellationToken ct) => (await ReadAsync([unitId], day, ct))[unitId];

    /// <summary>Today's of many offices at once.</summary>
    public Task<IReadOnlyDictionary<Guid, DayQuota>> ReadAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken ct) => ReadAsync(unitIds, Today, ct);

    private async Task<IReadOnlyDictionary<Guid, DayQuota>> ReadAsync(IReadOnlyCollection<Guid> unitIds, DateOnly day, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var used = await db.Set<DailySending>().Where(s => s.Day == day && unitIds.Contains(s.UnitId)).ToDictionaryAsync(s => s.UnitId, s => s.Used, ct);
        return (await LimitsAsync(db, unitIds, ct)).ToDictionary(limit => limit.Key, limit => new DayQuota(day, limit.Value, used.GetValueOrDefault(limit.Key)));
    }

    /// <summary>Days gone by.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var old = Today.AddDays(-31);
        await db.Set<DailySending>().Where(s => s.Day < old).ExecuteDeleteAsync(ct);
    }

    private async ValueTask<int?> RememberedAsync(Guid unitId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (limits.TryGetValue(unitId, out var known) && known.Until > now) return known.Limit;
        await using var db = await databases.CreateDbContextAsync(ct);
        var limit = (await LimitsAsync(db, [unitId], ct))[unitId];
        limits[unitId] = (limit, now + Remembered);
        return limit;
    }

    /// <summary>The smallest of the setting and of what the office and those above it have set.</summary>
    private async Task<IReadOnlyDictionary<Guid, int?>> LimitsAsync(ChatbotDb db, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        var offices = await db.Set<Unit>().Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => Unit.IdsOn(u.Path), ct);
        var above = offices.Values.SelectMany(ids => ids).ToHashSet();
        var set = await db.Set<DailyLimit>().Where(l => above.Contains(l.UnitId)).ToDictionaryAsync(l => l.UnitId, l => (int?)l.Messages, ct);
        int? everywhere = options.CurrentValue.DailyLimit is > 0 and var most ? most : null;
        return offices.ToDictionary(office => office.Key, office => office.Value.Select(id => set.GetValueOrDefault(id)).Append(everywhere).Min());
    }

    private static string Day(SqlText sql, DateOnly day)
    {
        var value = sql.Value(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return sql.IsSqlite ? value : $"CAST({value} AS date)";
    }
}

/// <param name="Limit">Messages of the day; null: no limit.</param>
/// <param name="Used">What has left, or is about to.</param>
public sealed record DayQuota(DateOnly Day, int? Limit, int Used)
{
    public bool IsUsedUp => Used >= Limit;
}
