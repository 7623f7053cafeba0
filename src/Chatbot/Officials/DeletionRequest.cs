using Chatbot.Channels;
using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>A citizen's demand to have their data deleted. Afterwards it no longer says whose they were.</summary>
public sealed class DeletionRequest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    /// <summary>The platform's id of the citizen; empty once carried out.</summary>
    public required string CitizenId { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Null: not carried out yet.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    public static DeletionRequest By(Conversation conversation, DateTimeOffset now) => new()
    {
        UnitId = conversation.UnitId, AccountId = conversation.AccountId, CitizenId = conversation.CitizenId, RequestedAt = now,
    };
}

internal sealed class DeletionRequestMap : IEntityTypeConfiguration<DeletionRequest>
{
    public void Configure(EntityTypeBuilder<DeletionRequest> request)
    {
        request.HasIndex(r => r.RequestedAt).HasFilter("completed_at is null");
        request.HasOne<ChannelAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
