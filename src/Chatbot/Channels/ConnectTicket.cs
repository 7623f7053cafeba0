using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Channels;

/// <summary>The right to open the connect page once, printed by <c>Chatbot.Cli connect</c>. Only the hash of the token is stored.</summary>
public sealed class ConnectTicket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string TokenHash { get; init; }

    public Channel Channel { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null: not used yet.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class ConnectTicketMap : IEntityTypeConfiguration<ConnectTicket>
{
    public void Configure(EntityTypeBuilder<ConnectTicket> ticket) => ticket.HasIndex(t => t.TokenHash).IsUnique();
}
