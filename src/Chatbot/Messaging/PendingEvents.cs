using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Messaging;

/// <summary>What a dispatching loop reads of an event.</summary>
internal sealed record PendingEvent(
    long Id, Guid AccountId, Channel Channel, string CitizenId, int Partition, string Kind, DateTimeOffset OccurredAt,
    DateTimeOffset ReceivedAt, byte[]? Body);

internal static class PendingEvents
{
    /// <returns>The oldest waiting events of these shares, by citizen in the order in which they happened.</returns>
    public static async Task<List<PendingEvent>> ReadAsync(ChatbotDb db, int[] partitions, int atMost, CancellationToken ct)
    {
        var events = await Oldest(db, partitions, atMost)
            .Select(e => new PendingEvent(e.Id, e.AccountId!.Value, e.Channel, e.CitizenId, e.Partition, e.Kind, e.OccurredAt,
                e.ReceivedAt, e.Body))
            .ToListAsync(ct);
        events.Sort(ByCitizenThenTime);
        return events;
    }

    /// <summary>On PostgreSQL each share is read by itself: the index of waiting events then gives them in their order, whatever the planner knows of the table.</summary>
    private static IQueryable<InboundEvent> Oldest(ChatbotDb db, int[] partitions, int atMost) => db.Database.IsNpgsql()
        ? db.Set<InboundEvent>().FromSql($"""
            SELECT e.* FROM unnest({partitions}) AS share(number) CROSS JOIN LATERAL (
              SELECT * FROM inbound_event WHERE partition = share.number AND is_pending ORDER BY partition, id LIMIT {atMost}) AS e
            ORDER BY e.id LIMIT {atMost}
            """)
        : db.Set<InboundEvent>().Where(e => e.IsPending && partitions.Contains(e.Partition)).OrderBy(e => e.Id).Take(atMost);

    private static int ByCitizenThenTime(PendingEvent one, PendingEvent other)
    {
        var byCitizen = string.CompareOrdinal(one.CitizenId, other.CitizenId);
        if (byCitizen != 0) return byCitizen;
        var byTime = one.OccurredAt.CompareTo(other.OccurredAt);
        return byTime != 0 ? byTime : one.Id.CompareTo(other.Id);
    }
}
