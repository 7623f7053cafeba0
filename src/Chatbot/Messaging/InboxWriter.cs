using Chatbot.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Chatbot.Messaging;

/// <summary>Writes many events in one commit; an event that is there already is passed over.</summary>
/// <remarks>
/// On PostgreSQL looking out for repetitions costs a sixth of an insert. They come in spells, after an outage of ours or of the platform's: the first
/// one fails its commit, which is written again with care, as is all that follows for a while.
/// </remarks>
internal sealed class InboxWriter(DatabaseInfo database, WriteGate gate, TimeProvider clock)
{
    private static readonly TimeSpan Spell = TimeSpan.FromMinutes(5);
    private long carefulUntil;   // ticks; both writers see it

    private const string Columns =
        "unit_id, account_id, channel, platform_account_id, event_key, kind, citizen_id, partition, occurred_at, received_at, status, body";

    private const string Conflict = " ON CONFLICT (channel, platform_account_id, event_key) DO NOTHING";

    /// <param name="notify">Shares that another process works on; it is woken by the same commit.</param>
    public Task WriteAsync(IReadOnlyList<InboxRow> rows, IReadOnlyCollection<int> notify, CancellationToken ct) =>
        database.Kind == DatabaseKind.PostgreSql ? WritePostgresAsync(rows, notify, ct) : WriteSqliteAsync(rows, ct);

    private async Task WritePostgresAsync(IReadOnlyList<InboxRow> rows, IReadOnlyCollection<int> notify, CancellationToken ct)
    {
        try
        {
            await WritePostgresAsync(rows, notify, isCareful: clock.GetUtcNow().Ticks < Volatile.Read(ref carefulUntil), ct);
        }
        catch (PostgresException repeated) when (repeated.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            Volatile.Write(ref carefulUntil, (clock.GetUtcNow() + Spell).Ticks);
            await WritePostgresAsync(rows, notify, isCareful: true, ct);
        }
    }

    private async Task WritePostgresAsync(IReadOnlyList<InboxRow> rows, IReadOnlyCollection<int> notify, bool isCareful, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(InsertFromArrays(rows, isCareful ? Conflict : ""));
        if (notify.Count > 0)
        {
            var wake = new NpgsqlBatchCommand($"SELECT pg_notify('{WakeUpListener.ChannelName}', $1)");
            wake.Parameters.Add(new() { Value = string.Join(',', notify) });
            batch.BatchCommands.Add(wake);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand InsertFromArrays(IReadOnlyList<InboxRow> rows, string conflict)
    {
        var set = new InboxRowSet(rows);
        set.Add(NpgsqlDbType.Uuid, row => row.UnitId);
        set.Add(NpgsqlDbType.Uuid, row => row.AccountId);
        set.Add(NpgsqlDbType.Text, row => row.Channel);
        set.Add(NpgsqlDbType.Text, row => row.PlatformAccountId);
        set.Add(NpgsqlDbType.Text, row => row.EventKey);
        set.Add(NpgsqlDbType.Text, row => row.Kind);
        set.Add(NpgsqlDbType.Text, row => row.CitizenId);
        set.Add(NpgsqlDbType.Integer, row => row.Partition);
        set.Add(NpgsqlDbType.TimestampTz, row => row.OccurredAt);
        set.Add(NpgsqlDbType.TimestampTz, row => row.ReceivedAt);
        set.Add(NpgsqlDbType.Text, row => row.Status);
        set.Add(NpgsqlDbType.Bytea, row => row.Body);
        return set.Command($"INSERT INTO inbound_event ({Columns}) ", conflict);
    }

    private async Task WriteSqliteAsync(IReadOnlyList<InboxRow> rows, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var connection = new SqliteConnection(database.Connection);
        connection.Open();
        SqlitePragmas.Apply(connection);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO inbound_event ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)" + Conflict;
        for (var i = 0; i < 12; i++) insert.Parameters.Add(new SqliteParameter("$" + i, null));
        foreach (var row in rows) Insert(insert, row);
        transaction.Commit();
    }

    private static void Insert(SqliteCommand insert, InboxRow row)
    {
        object[] values =
        [
            SqliteId(row.UnitId), row.AccountId is { } account ? SqliteId(account) : DBNull.Value, row.Channel, row.PlatformAccountId,
            row.EventKey, row.Kind, row.CitizenId, row.Partition, Conventions.Microseconds(row.OccurredAt), Conventions.Microseconds(row.ReceivedAt), row.Status, row.Body,
        ];
        for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
        insert.ExecuteNonQuery();
    }

    private static string SqliteId(Guid id) => id.ToString().ToUpperInvariant();
}
