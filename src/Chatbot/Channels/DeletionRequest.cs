using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Channels;

/// <summary>Somebody's demand, through a platform, that what we know of them be deleted. Holds no id of the person: it must outlive the deletion.</summary>
public sealed class DeletionRequest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Channel Channel { get; init; }

    /// <summary>Given to the person; opens the public status page.</summary>
    public required string ConfirmationCode { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it must be done at the latest.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Null: still to be done.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public DeletionOutcome Outcome { get; private set; } = DeletionOutcome.Pending;

    public void Settle(DeletionOutcome outcome, DateTimeOffset now) => (Outcome, DoneAt) = (outcome, now);
}

/// <summary>NotLinked: the platform's id for this demand belongs to none of our conversations, so nothing is stored under it.</summary>
public enum DeletionOutcome { Pending, Deleted, NotLinked }

internal sealed class DeletionRequestMap : IEntityTypeConfiguration<DeletionRequest>
{
    public void Configure(EntityTypeBuilder<DeletionRequest> request)
    {
        request.HasIndex(r => r.ConfirmationCode).IsUnique();
        request.HasIndex(r => r.DueAt).HasFilter("done_at is null");
        request.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
