using System.Globalization;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Reports;

/// <summary>How many rows of a kind a day in Viet Nam had.</summary>
public sealed record DayCount(DateOnly Day, string Name, int Count);

/// <summary>Counts by day inside the database: a year of answers is a few hundred rows, not a few hundred thousand.</summary>
internal static class DayCounts
{
    private const long Offset = 7 * 3_600;
    private const long DayLength = 86_400;

    /// <param name="db">The database.</param>
    /// <param name="table">Name of a table of ours with a column <c>unit_id</c>.</param>
    /// <param name="time">Its column of times.</param>
    /// <param name="name">Its column by which is counted too.</param>
    /// <param name="units">Offices that are counted.</param>
    /// <param name="period">Days.</param>
    /// <param name="ct">Cancellation.</param>
    public static async Task<List<DayCount>> ReadAsync(
        ChatbotDb db, string table, string time, string name, IReadOnlyCollection<Guid> units, Period period, CancellationToken ct)
    {
        if (units.Count == 0) return [];
        var isSqlite = db.Database.IsSqlite();
        var day = isSqlite
            ? string.Create(CultureInfo.InvariantCulture, $"({time} + {Offset * 1_000_000}) / {DayLength * 1_000_000}")
            : string.Create(CultureInfo.InvariantCulture, $"(floor(extract(epoch from {time}))::bigint + {Offset}) / {DayLength}");
        // Ids are our own and cannot hold a quote.
        var among = string.Join(", ", units.Select(unit => isSqlite ? $"'{unit.ToString().ToUpperInvariant()}'" : $"'{unit}'::uuid"));
        var sql = $"SELECT {day} AS \"Day\", {name} AS \"Name\", count(*) AS \"Count\" FROM {table} WHERE {time} >= {{0}} AND {time} < {{1}} AND unit_id IN ({among}) GROUP BY 1, 2";
        object[] range = isSqlite ? [Conventions.Microseconds(period.From), Conventions.Microseconds(period.Before)] : [period.From.ToUniversalTime(), period.Before.ToUniversalTime()];
        var rows = await db.Database.SqlQueryRaw<Counted>(sql, range).ToListAsync(ct);
        return [.. rows.Select(row => new DayCount(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(row.Day)), row.Name, (int)row.Count))];
    }

    private sealed record Counted(long Day, string Name, long Count);
}
