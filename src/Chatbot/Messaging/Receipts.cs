using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Messaging;

/// <summary>Receipts and echoes of one batch: they settle what we know of messages that were sent, in few statements.</summary>
internal sealed class Receipts
{
    private readonly List<string> deliveredIds = [];
    private readonly List<string> seenIds = [];
    private readonly List<(Guid Conversation, bool Seen, DateTimeOffset Until)> watermarks = [];
    private readonly List<(string Correlation, string MessageId)> echoes = [];
    private readonly List<(Guid Conversation, string MessageId)> bareEchoes = [];

    public void Add(Guid conversation, ChannelEvent.Received received)
    {
        (received.Seen ? seenIds : deliveredIds).AddRange(received.MessageIds);
        if (received.Watermark is { } until) watermarks.Add((conversation, received.Seen, until));
    }

    public void Add(Guid conversation, ChannelEvent.Echo echo)
    {
        if (echo.Correlation is { Length: > 0 } correlation) echoes.Add((correlation, echo.MessageId));
        else if (echo.MessageId.Length > 0) bareEchoes.Add((conversation, echo.MessageId));
    }

    /// <param name="db">The batch's transaction.</param>
    /// <param name="others">Who sends beside the outbox; what they know as theirs is not looked for here.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task ApplyAsync(ChatbotDb db, IReadOnlyList<ISentElsewhere> others, DateTimeOffset now, CancellationToken ct)
    {
        if (deliveredIds.Count + seenIds.Count + watermarks.Count + echoes.Count + bareEchoes.Count == 0) return;
        foreach (var other in others) await GiveAsync(db, other, now, ct);
        await MarkAsync(db.Set<OutboxMessage>().Where(m => deliveredIds.Contains(m.PlatformMessageId!)), deliveredIds.Count, seen: false, now, ct);
        await MarkAsync(db.Set<OutboxMessage>().Where(m => seenIds.Contains(m.PlatformMessageId!)), seenIds.Count, seen: true, now, ct);
        foreach (var (conversation, seen, until) in watermarks)
            await MarkAsync(db.Set<OutboxMessage>().Where(m => m.ConversationId == conversation && m.SentAt <= until), 1, seen, now, ct);
        foreach (var (correlation, messageId) in echoes)
            await ConfirmAsync(db.Set<OutboxMessage>().Where(m => m.Correlation == correlation), messageId, now, ct);
        foreach (var (conversation, messageId) in bareEchoes) await ConfirmOnlyUnknownAsync(db, conversation, messageId, now, ct);
    }

    private async Task GiveAsync(ChatbotDb db, ISentElsewhere other, DateTimeOffset now, CancellationToken ct)
    {
        var theirs = await other.ApplyAsync(db, new ReceiptSet(deliveredIds, seenIds, watermarks, echoes, bareEchoes), now, ct);
        echoes.RemoveAll(echo => theirs.Contains(echo.Correlation));
        bareEchoes.RemoveAll(echo => theirs.Contains(echo.MessageId));
        deliveredIds.RemoveAll(theirs.Contains);
        seenIds.RemoveAll(theirs.Contains);
    }

    private static async Task MarkAsync(IQueryable<OutboxMessage> messages, int count, bool seen, DateTimeOffset now, CancellationToken ct)
    {
        if (count == 0) return;
        if (seen) await messages.Where(m => m.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SeenAt, now), ct);
        else await messages.Where(m => m.DeliveredAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DeliveredAt, now), ct);
    }

    /// <summary>The platform returned our mark: the message was sent, whatever became of the answer to our call. The echo may be here before that answer is settled.</summary>
    private static Task<int> ConfirmAsync(IQueryable<OutboxMessage> messages, string messageId, DateTimeOffset now, CancellationToken ct) =>
        messages.Where(m => m.Status == OutboxStatus.Unknown || m.Status == OutboxStatus.Sending).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Status, OutboxStatus.Sent)
            .SetProperty(m => m.PlatformMessageId, m => m.PlatformMessageId ?? messageId)
            .SetProperty(m => m.SentAt, m => m.SentAt ?? now), ct);

    /// <summary>An echo without our mark confirms the one unconfirmed message of its conversation; with two it cannot tell which, and a person must.</summary>
    private static async Task ConfirmOnlyUnknownAsync(ChatbotDb db, Guid conversation, string messageId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<OutboxMessage>().AnyAsync(m => m.PlatformMessageId == messageId, ct)) return;
        var recent = now - TimeSpan.FromMinutes(10);
        var unknown = await db.Set<OutboxMessage>()
            .Where(m => m.ConversationId == conversation && m.Status == OutboxStatus.Unknown && m.CreatedAt > recent)
            .OrderBy(m => m.Id).Select(m => m.Id).Take(2).ToListAsync(ct);
        if (unknown.Count == 1) await ConfirmAsync(db.Set<OutboxMessage>().Where(m => m.Id == unknown[0]), messageId, now, ct);
    }
}
