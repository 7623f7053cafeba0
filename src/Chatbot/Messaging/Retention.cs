using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Messaging;

/// <summary>Recurring: what is no longer needed is erased. Bodies go first; rows stay longer, so that a repeated event is still recognised.</summary>
public sealed class Retention(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock, IOptions<MessagingOptions> options, ILogger<Retention> logger)
{
    private const int Slice = 5_000;

    public async Task ApplyAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var bodies = await InSlicesAsync((db, cut, token) => EraseBodiesAsync(db, cut, now, token), now - options.Value.KeepBodies, ct);
        var rows = await InSlicesAsync((db, cut, token) => DeleteRowsAsync(db, cut, now, token), now - options.Value.KeepRows, ct);
        if (bodies + rows > 0) logger.Retained(bodies, rows);
    }

    private static async Task<int> EraseBodiesAsync(ChatbotDb db, DateTimeOffset cut, DateTimeOffset now, CancellationToken ct)
    {
        var kept = Kept(db, now);
        var events = await db.Set<InboundEvent>().Where(e => e.ReceivedAt < cut && e.Body != null && e.Status != EventStatus.Pending)
            .Where(e => !kept.Any(c => c.AccountId == e.AccountId && c.CitizenId == e.CitizenId))
            .OrderBy(e => e.Id).Take(Slice).Select(e => e.Id).ToListAsync(ct);
        var messages = await db.Set<OutboxMessage>().Where(m => !kept.Any(c => c.Id == m.ConversationId)).Where(m => m.CreatedAt < cut && m.Body != ""
                && m.Status != OutboxStatus.Planned && m.Status != OutboxStatus.Claimed && m.Status != OutboxStatus.Sending)
            .OrderBy(m => m.Id).Take(Slice).Select(m => m.Id).ToListAsync(ct);
        await db.Set<InboundEvent>().Where(e => events.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, (byte[]?)null), ct);
        await db.Set<OutboxMessage>().Where(m => messages.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, ""), ct);
        return events.Count + messages.Count + await ForgetTalksAsync(db, cut, now, ct);
    }

    /// <summary>What a talk remembers holds the citizen's last question.</summary>
    private static Task<int> ForgetTalksAsync(ChatbotDb db, DateTimeOffset cut, DateTimeOffset now, CancellationToken ct) => db.Set<Conversation>()
        .Where(c => c.State != "" && (c.LastInboundAt ?? c.CreatedAt) < cut && (c.KeepUntil == null || c.KeepUntil <= now))
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ""), ct);

    private static async Task<int> DeleteRowsAsync(ChatbotDb db, DateTimeOffset cut, DateTimeOffset now, CancellationToken ct)
    {
        var kept = Kept(db, now);
        var events = await db.Set<InboundEvent>().Where(e => e.ReceivedAt < cut && e.Status != EventStatus.Pending)
            .Where(e => !kept.Any(c => c.AccountId == e.AccountId && c.CitizenId == e.CitizenId))
            .OrderBy(e => e.Id).Take(Slice).Select(e => e.Id).ToListAsync(ct);
        var messages = await db.Set<OutboxMessage>().Where(m => m.CreatedAt < cut && m.Status != OutboxStatus.Planned)
            .Where(m => !kept.Any(c => c.Id == m.ConversationId))
            .OrderBy(m => m.Id).Take(Slice).Select(m => m.Id).ToListAsync(ct);
        await db.Set<InboundEvent>().Where(e => events.Contains(e.Id)).ExecuteDeleteAsync(ct);
        await db.Set<OutboxMessage>().Where(m => messages.Contains(m.Id)).ExecuteDeleteAsync(ct);
        return events.Count + messages.Count;
    }

    /// <summary>Talks with which officials work or worked a short while ago.</summary>
    private static IQueryable<Conversation> Kept(ChatbotDb db, DateTimeOffset now) => db.Set<Conversation>().Where(c => c.KeepUntil > now);

    private async Task<int> InSlicesAsync(Func<ChatbotDb, DateTimeOffset, CancellationToken, Task<int>> act, DateTimeOffset cut, CancellationToken ct)
    {
        var total = 0;
        while (true)
        {
            using var pass = await gate.EnterAsync(ct);
            await using var db = await databases.CreateDbContextAsync(ct);
            var count = await act(db, cut, ct);
            if (count == 0) return total;
            total += count;
        }
    }
}
