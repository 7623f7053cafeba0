using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>At which hours citizens read, from the office's own figures: how many of the messages that left in an hour were seen, or where too few have left, when citizens write to us.</summary>
public sealed class ReadBestHours(IDbContextFactory<ChatbotDb> databases, SendingHours hours, TimeProvider clock)
{
    /// <summary>Fewer messages than these say nothing about an hour.</summary>
    public const int FewestMessages = 200;

    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    /// <param name="unitIds">Offices whose figures count.</param>
    /// <returns>The best first, at most three; empty: no figures yet.</returns>
    public async Task<BestHours> ReadAsync(IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var since = clock.GetUtcNow() - Past;
        var seen = await SeenAsync(db, unitIds, since, ct);
        if (seen.Sum(h => h.Sent) >= FewestMessages)
            return new BestHours(FromSeen: true, [.. Open(seen.Where(h => h.Sent >= FewestMessages / 10).OrderByDescending(h => (double)h.Seen / h.Sent).ThenBy(h => h.Hour), h => h.Hour).Select(h => new BestHour(h.Hour, (int)Math.Round(100.0 * h.Seen / h.Sent)))]);
        var written = await WrittenAsync(db, unitIds, since, ct);
        var all = written.Sum(h => h.Sent);
        return new BestHours(FromSeen: false, [.. Open(written.OrderByDescending(h => h.Sent).ThenBy(h => h.Hour), h => h.Hour).Select(h => new BestHour(h.Hour, (int)Math.Round(100.0 * h.Sent / all)))]);
    }

    private IEnumerable<T> Open<T>(IEnumerable<T> rows, Func<T, int> hourOf) => rows.Where(row => hours.IsUsualHour(hourOf(row))).Take(3);

    private static Task<List<HourRow>> SeenAsync(ChatbotDb db, IReadOnlyCollection<Guid> unitIds, DateTimeOffset since, CancellationToken ct)
    {
        var sql = SqlText.For(db);
        return sql.ReadAsync<HourRow>(db, $"""
            SELECT {Hour(sql, "d.left_at")} AS "Hour", CAST(COUNT(*) AS integer) AS "Sent", CAST(COUNT(d.seen_at) AS integer) AS "Seen"
            FROM delivery d JOIN campaign k ON k.id = d.campaign_id WHERE d.status = 'Sent' AND d.left_at > {sql.Value(since)} AND {sql.OneOf("k.unit_id", unitIds)} GROUP BY 1
            """, ct);
    }

    private static Task<List<HourRow>> WrittenAsync(ChatbotDb db, IReadOnlyCollection<Guid> unitIds, DateTimeOffset since, CancellationToken ct)
    {
        var sql = SqlText.For(db);
        return sql.ReadAsync<HourRow>(db, $"""
            SELECT {Hour(sql, "r.answered_at")} AS "Hour", CAST(COUNT(*) AS integer) AS "Sent", 0 AS "Seen"
            FROM answer_record r WHERE r.answered_at > {sql.Value(since)} AND {sql.OneOf("r.unit_id", unitIds)} GROUP BY 1
            """, ct);
    }

    // Local hour: UTC and seven hours.
    private static string Hour(SqlText sql, string column) => sql.IsSqlite
        ? $"CAST(({column} / 3600000000 + 7) % 24 AS integer)" : $"CAST(EXTRACT(hour FROM {column} AT TIME ZONE 'Asia/Ho_Chi_Minh') AS integer)";

    private sealed record HourRow(int Hour, int Sent, int Seen);
}

/// <param name="FromSeen">True: share of messages that were seen. False: share of all talks, because too few messages have been sent.</param>
public sealed record BestHours(bool FromSeen, IReadOnlyList<BestHour> Hours);

/// <param name="Hour">Local, 0 to 23.</param>
/// <param name="Percent">See <see cref="BestHours.FromSeen"/>.</param>
public sealed record BestHour(int Hour, int Percent);
