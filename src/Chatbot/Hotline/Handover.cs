using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline;

/// <summary>A citizen's matter that a person in the office must answer.</summary>
public sealed class Handover : IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    public Guid ConversationId { get; init; }

    /// <summary>See <see cref="Hotline.TrackingCode"/>; unique.</summary>
    public required string TrackingCode { get; init; }

    public HandoverKind Kind { get; init; }

    public HandoverStatus Status { get; private set; } = HandoverStatus.Open;

    /// <summary>What the citizen wrote, encrypted; empty: only a button was pressed.</summary>
    public string Question { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>By when the citizen was told to expect an answer; null: the office publishes no hours, so no time was promised.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <returns>False: it was closed before.</returns>
    public bool Close(DateTimeOffset now)
    {
        if (Status == HandoverStatus.Closed) return false;
        (Status, ClosedAt) = (HandoverStatus.Closed, now);
        return true;
    }
}

/// <summary>Why a person must answer. NoAnswer: the bot found nothing; Failed: it broke; TitleOnly: the catalogue holds a title and a link only.</summary>
public enum HandoverKind { AskedForPerson, Complaint, NoAnswer, Failed, TitleOnly }

public enum HandoverStatus { Open, Closed }

internal sealed class HandoverMap : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> handover)
    {
        handover.HasIndex(h => h.TrackingCode).IsUnique();
        handover.HasIndex(h => new { h.UnitId, h.Status, h.OpenedAt });
        handover.HasIndex(h => h.ConversationId);
        handover.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Restrict);
        handover.HasOne<ChannelAccount>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
        handover.HasOne<Conversation>().WithMany().HasForeignKey(h => h.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
