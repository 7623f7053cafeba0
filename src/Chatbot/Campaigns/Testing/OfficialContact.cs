using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Testing;

/// <summary>An official's own account at a platform, to which campaigns are sent for a look. Proven by a code that the official writes to us from there.</summary>
public sealed class OfficialContact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OfficialId { get; init; }

    /// <summary>What the official writes to us.</summary>
    public required string Code { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Null: not proven yet.</summary>
    public Guid? ConversationId { get; set; }
}

internal sealed class OfficialContactMap : IEntityTypeConfiguration<OfficialContact>
{
    public void Configure(EntityTypeBuilder<OfficialContact> contact)
    {
        contact.HasIndex(c => c.OfficialId);
        contact.HasIndex(c => c.Code).IsUnique();
        contact.HasIndex(c => c.ConversationId);
        contact.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
