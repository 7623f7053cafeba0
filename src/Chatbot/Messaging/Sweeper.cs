using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Messaging;

/// <summary>Recurring: finds rows that nobody took, says so, and wakes everybody. In a healthy service it finds nothing.</summary>
public sealed class Sweeper(IDbContextFactory<ChatbotDb> databases, WakeUps wakeUps, TimeProvider clock, ILogger<Sweeper> logger)
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    /// <returns>Events and messages that have waited too long; messages that wait for a later time do not count.</returns>
    public async Task<(int Events, int Messages)> SweepAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var since = clock.GetUtcNow() - Age;
        var events = await db.Set<InboundEvent>().CountAsync(e => e.IsPending && e.ReceivedAt < since, ct);
        var messages = await db.Set<OutboxMessage>().CountAsync(m =>
            m.IsOpen && (m.Status == OutboxStatus.Planned || m.Status == OutboxStatus.Claimed) && m.NotBefore < since, ct);
        if (events + messages == 0) return (0, 0);
        logger.SweeperFound(events, messages, Age);
        wakeUps.WakeAll();
        return (events, messages);
    }
}
