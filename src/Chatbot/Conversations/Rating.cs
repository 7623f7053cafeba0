using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Conversations;

/// <summary>A citizen's judgement on one of our messages.</summary>
public sealed class Rating
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    public Guid ConversationId { get; init; }

    public required string PlatformMessageId { get; init; }

    public bool Good { get; init; }

    public DateTimeOffset RatedAt { get; init; }
}

internal sealed class RatingMap : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> rating)
    {
        rating.HasIndex(r => r.ConversationId);
        rating.HasIndex(r => new { r.UnitId, r.RatedAt });
        rating.HasOne<Conversation>().WithMany().HasForeignKey(r => r.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
