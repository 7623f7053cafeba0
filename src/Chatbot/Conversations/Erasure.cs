using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Conversations;

/// <summary>Whose data must go. The row goes with them; what remains as proof is the <see cref="DeletionRequest"/> with the same id, which names nobody.</summary>
public sealed class Erasure
{
    public Guid Id { get; init; }

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    /// <summary>The platform's id of the citizen.</summary>
    public required string CitizenId { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public static Erasure Of(Conversation conversation, DeletionRequest request) => new()
    {
        Id = request.Id, UnitId = conversation.UnitId, AccountId = conversation.AccountId, CitizenId = conversation.CitizenId,
        RequestedAt = request.RequestedAt,
    };
}

internal sealed class ErasureMap : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> erasure)
    {
        erasure.Property(e => e.Id).ValueGeneratedNever();
        erasure.HasIndex(e => e.RequestedAt);
        erasure.HasOne<ChannelAccount>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        erasure.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
