using Chatbot.Channels;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Messaging;

/// <summary>One platform event, stored before the platform is answered. One row an event, however often it is delivered.</summary>
public sealed class InboundEvent
{
    public long Id { get; init; }

    public Guid UnitId { get; init; } = Unit.RootId;

    /// <summary>Null: an account that we do not serve; the event is kept and nobody acts on it.</summary>
    public Guid? AccountId { get; init; }

    public Channel Channel { get; init; }

    public required string PlatformAccountId { get; init; }

    /// <summary>See <see cref="RecognisedEvent.Key"/>.</summary>
    public required string EventKey { get; init; }

    public required string Kind { get; init; }

    /// <summary>Empty: about the account itself.</summary>
    public required string CitizenId { get; init; }

    public int Partition { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public EventStatus Status { get; init; }

    /// <summary>Somebody must handle it. Computed by the database; see <see cref="OutboxMessage.IsOpen"/> for why.</summary>
    public bool IsPending { get; private init; }

    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>Raw bytes, encrypted; null: expired or erased.</summary>
    public byte[]? Body { get; init; }
}

/// <summary>Pending: somebody must handle it. Recorded: kept as such, nobody acts on it. Failed: answered with the last resort after repeated failures.</summary>
public enum EventStatus { Pending, Handled, Recorded, Failed }

internal sealed class InboundEventMap : IEntityTypeConfiguration<InboundEvent>
{
    public void Configure(EntityTypeBuilder<InboundEvent> inbound)
    {
        inbound.HasIndex(e => new { e.EventKey, e.PlatformAccountId, e.Channel }).IsUnique();   // what differs most is compared first
        inbound.Property(e => e.IsPending).HasComputedColumnSql("status = 'Pending'", stored: true);
        inbound.HasIndex(e => new { e.Partition, e.Id }).HasFilter("is_pending");
        inbound.HasIndex(e => new { e.CitizenId, e.AccountId });
        inbound.HasIndex(e => e.ReceivedAt);
    }
}
