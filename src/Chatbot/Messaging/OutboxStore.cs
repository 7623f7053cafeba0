using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Messaging;

/// <summary>The outbox's statements: marks and outcomes of many messages in one commit each.</summary>
internal sealed partial class OutboxStore(IDbContextFactory<ChatbotDb> databases, DatabaseInfo database, WriteGate gate, PartitionOwner owner, LiveChanges live)
{
    private bool IsPostgres => database.Kind == DatabaseKind.PostgreSql;

    /// <summary>Committed before the first byte leaves; a message that is no longer ours is not in the answer and must not be sent.</summary>
    /// <param name="isAgain">The same marks may have been committed before the database went away; they count, as nothing has left since.</param>
    public async Task<HashSet<long>> MarkSendingAsync(long[] ids, bool isAgain, CancellationToken ct)
    {
        var markedBefore = isAgain ? nameof(OutboxStatus.Sending) : nameof(OutboxStatus.Claimed);
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var marked = IsPostgres
            ? db.Database.SqlQuery<long>(
                $"UPDATE outbox_message SET status = 'Sending' WHERE id = ANY({ids}) AND status IN ('Claimed', {markedBefore}) AND lease_owner = {owner.Id} RETURNING id AS \"Value\"")
            : db.Database.SqlQuery<long>(
                $"UPDATE outbox_message SET status = 'Sending' WHERE id IN (SELECT value FROM json_each({JsonSerializer.Serialize(ids, Json.Default.Int64Array)})) AND status IN ('Claimed', {markedBefore}) AND lease_owner = {owner.Id} RETURNING id AS \"Value\"");
        return [.. await marked.ToListAsync(ct)];
    }

    /// <summary>Writes outcomes. Our own late outcome still corrects a message that another process has called unknown meanwhile.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> SettleAsync(IReadOnlyList<Settlement> settlements, DateTimeOffset now, CancellationToken ct)
    {
        var rows = JsonSerializer.Serialize([.. settlements.Select(s => RowOf(s, now))], Json.Default.SettledRowArray);
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var settled = await db.Database.ExecuteSqlRawAsync(IsPostgres ? SettlePostgres : SettleSqlite, [rows, owner.Id], ct);
        var watched = settlements.Where(s => s.Row.IsAnswer).Select(s => LiveChange.Conversation(s.Row.ConversationId)).Distinct().ToList();
        if (watched.Count > 0) await live.TellAsync(db, watched, ct);
        return settled;
    }

    /// <summary>Takes planned messages that are due; those of one conversation oldest first.</summary>
    public async Task<List<OutboxRow>> ClaimDueAsync(int[] partitions, int atMost, DateTimeOffset now, CancellationToken ct)
    {
        if (partitions.Length == 0) return [];
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var due = await Due(db, partitions, atMost, now).ToListAsync(ct);
        var ids = due.Select(m => m.Id).ToList();
        if (ids.Count == 0) return [];
        var claimed = await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id) && m.Status == OutboxStatus.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Claimed).SetProperty(m => m.LeaseOwner, owner.Id), ct);
        if (claimed == ids.Count) return [.. due.Select(OutboxRow.Of)];
        var mine = await db.Set<OutboxMessage>()
            .Where(m => ids.Contains(m.Id) && m.Status == OutboxStatus.Claimed && m.LeaseOwner == owner.Id).Select(m => m.Id).ToListAsync(ct);
        return [.. due.Where(m => mine.Contains(m.Id)).Select(OutboxRow.Of)];
    }

    /// <summary>On PostgreSQL each share is read by itself, so that the index of open messages serves whatever the planner knows of the table.</summary>
    private static IQueryable<OutboxMessage> Due(ChatbotDb db, int[] partitions, int atMost, DateTimeOffset now) => db.Database.IsNpgsql()
        ? db.Set<OutboxMessage>().FromSql($"""
            SELECT m.* FROM unnest({partitions}) AS share(number) CROSS JOIN LATERAL (
              SELECT * FROM outbox_message WHERE partition = share.number AND is_open AND status = 'Planned' AND not_before <= {now}
              ORDER BY partition, id LIMIT {atMost}) AS m
            ORDER BY m.partition, m.id LIMIT {atMost}
            """)
        : db.Set<OutboxMessage>().Where(m => m.IsOpen && m.Status == OutboxStatus.Planned && partitions.Contains(m.Partition) && m.NotBefore <= now)
            .OrderBy(m => m.Partition).ThenBy(m => m.Id).Take(atMost);

    /// <summary>Puts in order what the last owner of these shares left: claimed is given back, sending becomes unknown.</summary>
    /// <returns>How many of each, and the conversations that have something planned: what is new of them must wait for it.</returns>
    public async Task<(int Planned, int Unknown, List<(Guid Conversation, int Partition, DateTimeOffset NotBefore)> Waiting)> RecoverAsync(int[] partitions, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var left = db.Set<OutboxMessage>().Where(m => m.IsOpen && partitions.Contains(m.Partition) && m.LeaseOwner != owner.Id);
        var (planned, unknown) = await GiveUpAsync(left, "the process stopped while sending", ct);
        var waiting = await db.Set<OutboxMessage>().Where(m => m.IsOpen && partitions.Contains(m.Partition) && m.Status == OutboxStatus.Planned)
            .GroupBy(m => new { m.ConversationId, m.Partition }).Select(g => new { g.Key, NotBefore = g.Min(m => m.NotBefore) }).ToListAsync(ct);
        return (planned, unknown, [.. waiting.Select(w => (w.Key.ConversationId, w.Key.Partition, w.NotBefore))]);
    }

    /// <summary>Numbers of messages written before a time that this process holds by what the database says.</summary>
    public async Task<List<long>> ReadHeldAsync(int[] partitions, DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<OutboxMessage>().Where(m => m.IsOpen && partitions.Contains(m.Partition) && m.Status != OutboxStatus.Planned
            && m.LeaseOwner == owner.Id && m.CreatedAt < before).Select(m => m.Id).ToListAsync(ct);
    }

    /// <summary>Puts in order what this process holds by name and has not in its hands.</summary>
    public async Task<(int Planned, int Unknown)> GiveUpAsync(long[] ids, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await GiveUpAsync(db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id) && m.LeaseOwner == owner.Id), "the outcome could not be written", ct);
    }

    private static async Task<(int Planned, int Unknown)> GiveUpAsync(IQueryable<OutboxMessage> left, string reason, CancellationToken ct)
    {
        var unknown = await left.Where(m => m.Status == OutboxStatus.Sending).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Status, OutboxStatus.Unknown).SetProperty(m => m.Reason, reason), ct);
        var planned = await left.Where(m => m.Status == OutboxStatus.Claimed).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Status, OutboxStatus.Planned).SetProperty(m => m.LeaseOwner, (string?)null), ct);
        return (planned, unknown);
    }

    private SettledRow RowOf(Settlement s, DateTimeOffset now) => new(
        s.Row.Id, s.Status.ToString(), s.PlatformMessageId, s.Reason, s.Code, TimeOf(s.NotBefore),
        s.Status == OutboxStatus.Sent ? TimeOf(now) : null, s is { Status: OutboxStatus.Planned, HadLeft: true } ? 1 : 0);

    private object? TimeOf(DateTimeOffset? time) => time is not { } at ? null
        : IsPostgres ? at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        : Conventions.Microseconds(at);

    private const string Assignments = """
        status = v.status, platform_message_id = COALESCE(v.message_id, m.platform_message_id), reason = v.reason, platform_code = v.code,
        not_before = COALESCE(v.not_before, m.not_before), sent_at = COALESCE(v.sent_at, m.sent_at), attempts = m.attempts + v.attempt,
        lease_owner = CASE WHEN v.status = 'Planned' THEN NULL ELSE m.lease_owner END
        """;

    private const string Ours = "WHERE m.id = v.id AND m.lease_owner = {1} AND m.status IN ('Claimed', 'Sending', 'Unknown')";

    private const string SettlePostgres = "UPDATE outbox_message AS m SET " + Assignments + """

        FROM jsonb_to_recordset({0}::jsonb) AS v(id bigint, status text, message_id text, reason text, code integer,
          not_before timestamptz, sent_at timestamptz, attempt integer)
        """ + " " + Ours;

    private const string SettleSqlite = "UPDATE outbox_message AS m SET " + Assignments + """

        FROM (SELECT value ->> 'id' AS id, value ->> 'status' AS status, value ->> 'message_id' AS message_id, value ->> 'reason' AS reason,
          value ->> 'code' AS code, value ->> 'not_before' AS not_before, value ->> 'sent_at' AS sent_at, value ->> 'attempt' AS attempt
          FROM json_each({0})) AS v
        """ + " " + Ours;

    internal sealed record SettledRow(
        long Id, string Status, string? MessageId, string? Reason, int? Code, object? NotBefore, object? SentAt, int Attempt);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(SettledRow[]))]
    [JsonSerializable(typeof(long[]))]
    [JsonSerializable(typeof(string))]
    [JsonSerializable(typeof(long))]
    internal sealed partial class Json : JsonSerializerContext;
}
