using Chatbot.Channels;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Messaging;

/// <summary>One message on its way to one citizen: one request at the platform.</summary>
/// <remarks>Planned → Claimed → Sending (committed before the first byte leaves) → Sent, Refused or Unknown; Unknown is never sent again on its own (decision 0004).</remarks>
public sealed class OutboxMessage
{
    public long Id { get; init; }

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    public Guid ConversationId { get; init; }

    public Channel Channel { get; init; }

    public required string CitizenId { get; init; }

    public int Partition { get; init; }

    /// <summary>The event that it answers; null: the office began.</summary>
    public long? EventId { get; init; }

    /// <summary>The official's answer that it belongs to; null: the service wrote it.</summary>
    public Guid? AnswerId { get; init; }

    /// <summary>A signed-in person pressed "send" for exactly this message, so the platform may be told so.</summary>
    public bool AsHumanAgent { get; init; }

    /// <summary>The platform's JSON; empty: expired or erased.</summary>
    public required string Body { get; init; }

    /// <summary>Our own mark, unique; Facebook returns it with the echo.</summary>
    public required string Correlation { get; init; }

    public OutboxStatus Status { get; init; }

    /// <summary>Still to be settled: Planned, Claimed or Sending. Computed by the database, so that an index of what is open does not name the status:
    /// PostgreSQL can then change the status in place, without writing all indexes anew.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>Not sent before this time.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was put off; a reply that the platform keeps putting off for a day is given up.</summary>
    public int Attempts { get; init; }

    /// <summary>The process that claimed it; null: nobody.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>Null: not sent, or the platform gave none.</summary>
    public string? PlatformMessageId { get; init; }

    /// <summary>Why it was refused, skipped or is unknown; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The platform's number for a refusal; null: none.</summary>
    public int? PlatformCode { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }
}

public enum OutboxStatus { Planned, Claimed, Sending, Sent, Refused, Unknown, Skipped }

internal sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.HasIndex(m => m.Correlation).IsUnique();
        message.Property(m => m.IsOpen).HasComputedColumnSql("status in ('Planned', 'Claimed', 'Sending')", stored: true);
        message.HasIndex(m => new { m.Partition, m.Id }).HasFilter("is_open");
        message.HasIndex(m => m.PlatformMessageId).HasFilter("platform_message_id IS NOT NULL");
        message.HasIndex(m => new { m.ConversationId, m.Id });
        message.HasIndex(m => m.CreatedAt);
        message.HasIndex(m => m.AnswerId).HasFilter("answer_id IS NOT NULL");
        message.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
