using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>One browser in which an official is signed in. The cookie holds its id; each request looks at this row.</summary>
public sealed class OfficialSession
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public Guid OfficialId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Null: not ended by anybody.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>From which it was opened.</summary>
    public required string Address { get; init; }

    /// <summary>What the browser calls itself, cut at 200 characters.</summary>
    public required string Browser { get; init; }
}

internal sealed class OfficialSessionMap : IEntityTypeConfiguration<OfficialSession>
{
    public void Configure(EntityTypeBuilder<OfficialSession> session)
    {
        session.HasIndex(s => new { s.OfficialId, s.EndsAt });
        session.HasIndex(s => s.EndsAt);
        session.HasOne<Official>().WithMany().HasForeignKey(s => s.OfficialId).OnDelete(DeleteBehavior.Cascade);
    }
}
