using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>A link at which an official chooses a password, once. Only the hash of its token is stored.</summary>
public sealed class Invitation : IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    public Guid OfficialId { get; init; }

    public InvitationKind Kind { get; init; }

    public required string TokenHash { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null: not used, and no newer link was made.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>First: a new official. Reset: a lost password. ResetAll: a lost password and a lost authenticator.</summary>
public enum InvitationKind { First, Reset, ResetAll }

internal sealed class InvitationMap : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasIndex(i => i.OfficialId);
        invitation.HasIndex(i => new { i.UnitId, i.ExpiresAt });
        invitation.HasOne<Official>().WithMany().HasForeignKey(i => i.OfficialId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
