using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Campaigns.Audience;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>Receipts and echoes of campaigns: what was delivered and seen, and what an unconfirmed delivery became. A few statements a batch of events.</summary>
internal sealed partial class DeliveryReceipts : ISentElsewhere
{
    private static readonly TimeSpan EchoComesWithin = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlySet<string>> ApplyAsync(ChatbotDb db, ReceiptSet receipts, DateTimeOffset now, CancellationToken ct)
    {
        var marked = receipts.Echoes.Select(echo => (Id: DeliveryMark.Read(echo.Correlation), echo.Correlation, echo.MessageId)).Where(echo => echo.Id is not null).ToList();
        var theirs = marked.Select(echo => echo.Correlation).ToHashSet();
        await ConfirmAsync(db, [.. marked.Select(echo => new Echo(echo.Id!.Value, echo.MessageId))], now, ct);
        theirs.UnionWith(await KnownAsync(db, receipts, ct));
        await MarkAsync(db, [.. receipts.Delivered.Where(theirs.Contains)], seen: false, now, ct);
        await MarkAsync(db, [.. receipts.Seen.Where(theirs.Contains)], seen: true, now, ct);
        await MarkUntilAsync(db, [.. receipts.Watermarks.Where(w => !w.Seen)], "delivered_at", now, ct);
        await MarkUntilAsync(db, [.. receipts.Watermarks.Where(w => w.Seen)], "seen_at", now, ct);
        theirs.UnionWith(await ConfirmBareAsync(db, [.. receipts.BareEchoes.Where(echo => !theirs.Contains(echo.MessageId))], now, ct));
        return theirs;
    }

    /// <summary>Message ids that are of deliveries.</summary>
    private static async Task<List<string>> KnownAsync(ChatbotDb db, ReceiptSet receipts, CancellationToken ct)
    {
        var ids = receipts.Delivered.Concat(receipts.Seen).Concat(receipts.BareEchoes.Select(echo => echo.MessageId)).Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Set<Delivery>().Where(d => d.PlatformMessageId != null && ids.Contains(d.PlatformMessageId)).Select(d => d.PlatformMessageId!).ToListAsync(ct);
    }

    private static async Task MarkAsync(ChatbotDb db, List<string> ids, bool seen, DateTimeOffset now, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        var deliveries = db.Set<Delivery>().Where(d => d.PlatformMessageId != null && ids.Contains(d.PlatformMessageId));
        if (seen) await deliveries.Where(d => d.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.SeenAt, now), ct);
        else await deliveries.Where(d => d.DeliveredAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.DeliveredAt, now), ct);
    }

    /// <summary>The platform returned our mark: it was sent, whatever became of the answer to our call.</summary>
    private static async Task ConfirmAsync(ChatbotDb db, Echo[] echoes, DateTimeOffset now, CancellationToken ct)
    {
        if (echoes.Length == 0) return;
        var sql = SqlText.For(db);
        var rows = sql.Value(JsonSerializer.Serialize([.. echoes.OrderBy(echo => echo.Id)], ReceiptJson.Default.EchoArray));
        var values = sql.IsSqlite ? $"(SELECT value ->> 'id' AS id, value ->> 'message' AS message FROM json_each({rows})) AS v" : $"jsonb_to_recordset({rows}::jsonb) AS v(id bigint, message text)";
        await sql.RunAsync(db, $"""
            UPDATE delivery SET status = 'Sent', reason = NULL, platform_message_id = COALESCE(delivery.platform_message_id, v.message), sent_at = COALESCE(delivery.sent_at, {sql.Value(now)})
            FROM {values} WHERE delivery.id = v.id AND (delivery.status IN ('Unknown', 'Sending') OR (delivery.status = 'Refused' AND delivery.settled_by IS NOT NULL))
            """, ct);
    }

    /// <summary>Everything that had left until then.</summary>
    private static async Task MarkUntilAsync(ChatbotDb db, List<(Guid Conversation, bool Seen, DateTimeOffset Until)> marks, string column, DateTimeOffset now, CancellationToken ct)
    {
        if (marks.Count == 0) return;
        var sql = SqlText.For(db);
        var rows = sql.Value(JsonSerializer.Serialize([.. marks.OrderBy(m => m.Conversation).Select(m => new Mark(
            sql.IsSqlite ? m.Conversation.ToString().ToUpperInvariant() : m.Conversation.ToString(), Conventions.Microseconds(m.Until)))], ReceiptJson.Default.MarkArray));
        var values = sql.IsSqlite ? $"(SELECT value ->> 'conversation' AS conversation, value ->> 'until' AS until FROM json_each({rows})) AS v"
            : $"(SELECT r.conversation, to_timestamp(r.until / 1000000.0) AS until FROM jsonb_to_recordset({rows}::jsonb) AS r(conversation uuid, until bigint)) AS v";
        await sql.RunAsync(db, $"""
            UPDATE delivery SET {column} = {sql.Value(now)} FROM {values}
            WHERE delivery.conversation_id = v.conversation AND delivery.left_at <= v.until AND delivery.{column} IS NULL AND delivery.status IN ('Sending', 'Sent')
            """, ct);
    }

    /// <summary>An echo without our mark confirms the one unconfirmed message of its conversation; with two, or with one of the outbox beside it, a person must tell which.</summary>
    private static async Task<IReadOnlyCollection<string>> ConfirmBareAsync(ChatbotDb db, List<(Guid Conversation, string MessageId)> echoes, DateTimeOffset now, CancellationToken ct)
    {
        if (echoes.Count == 0) return [];
        var (ids, talks, recent) = (echoes.Select(echo => echo.MessageId).ToList(), echoes.Select(echo => echo.Conversation).Distinct().ToList(), now - EchoComesWithin);
        var open = await db.Set<Delivery>().Where(d => d.ConversationId != null && talks.Contains(d.ConversationId.Value) && d.LeftAt > recent
            && (d.Status == DeliveryStatus.Unknown || d.Status == DeliveryStatus.Sending)).Select(d => new { d.Id, d.Status, Talk = d.ConversationId!.Value }).ToListAsync(ct);
        if (open.Count == 0) return [];
        var outbox = db.Set<OutboxMessage>();
        var known = await outbox.Where(m => m.PlatformMessageId != null && ids.Contains(m.PlatformMessageId)).Select(m => m.PlatformMessageId!).ToListAsync(ct);
        var doubtful = await outbox.Where(m => talks.Contains(m.ConversationId) && m.CreatedAt > recent && (m.Status == OutboxStatus.Unknown || m.Status == OutboxStatus.Sending))
            .Select(m => m.ConversationId).ToListAsync(ct);
        var theirs = new List<string>();
        var sure = new List<Echo>();
        foreach (var (talk, id) in echoes.Where(echo => !known.Contains(echo.MessageId) && open.Exists(d => d.Talk == echo.Conversation)))
        {
            theirs.Add(id);
            var mine = open.FindAll(d => d.Talk == talk);
            if (mine is [{ Status: DeliveryStatus.Unknown } only] && !doubtful.Contains(talk) && echoes.Count(echo => echo.Conversation == talk) == 1) sure.Add(new Echo(only.Id, id));
        }
        await ConfirmAsync(db, [.. sure], now, ct);
        return theirs;
    }

    internal sealed record Echo(long Id, string Message);

    internal sealed record Mark(string Conversation, long Until);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Echo[]))]
    [JsonSerializable(typeof(Mark[]))]
    internal sealed partial class ReceiptJson : JsonSerializerContext;
}
