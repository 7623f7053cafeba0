using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>A person who works here. Never deleted, as the audit trail names them; whoever leaves is locked.</summary>
public sealed class Official : IdentityUser<Guid>, IAudited, IOfUnit
{
    public Official() => (Id, SecurityStamp, LockoutEnabled) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"), true);

    public Guid UnitId { get; set; } = Unit.RootId;

    [AuditedText]
    public required string FullName
    {
        get;
        set
        {
            field = value;
            SearchText = PlainText.Of(value);
        }
    }

    /// <summary>The full name as people type it when they search, see <see cref="PlainText"/>.</summary>
    [Unaudited] public string SearchText { get; private set; } = "";

    [AuditedText] public override string? UserName { get; set; }

    public Right Rights { get; set; }

    /// <summary>Absent for a while: gets no new cases.</summary>
    public bool IsAway { get; set; }

    /// <summary>Null: may sign in.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>Key of the authenticator app, sealed; null: not set up.</summary>
    public string? TotpKey { get; set; }

    /// <summary>Half minute of the last code that was taken: no code counts twice.</summary>
    [Unaudited] public long LastTotpStep { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    [Unaudited] public DateTimeOffset? LastSignedInAt { get; set; }

    [Unaudited] public override string? NormalizedUserName { get; set; }

    [Unaudited] public override string? SecurityStamp { get; set; }

    [Unaudited] public override string? ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString("N");

    [Unaudited] public override int AccessFailedCount { get; set; }

    [Unaudited] public override DateTimeOffset? LockoutEnd { get; set; }

    [Unaudited] public override bool LockoutEnabled { get; set; }

    /// <returns>False: was locked before.</returns>
    public bool Lock(DateTimeOffset now)
    {
        if (LockedAt is not null) return false;
        LockedAt = now;
        return true;
    }

    /// <summary>May sign in again; wrong passwords are forgotten.</summary>
    public void Unlock() => (LockedAt, LockoutEnd, AccessFailedCount) = (null, null, 0);

    Guid IAudited.AuditUnitId => UnitId;
}

internal sealed class OfficialMap : IEntityTypeConfiguration<Official>
{
    public void Configure(EntityTypeBuilder<Official> official)
    {
        // Invitations and resets are links that a person hands over; there is no mail and no short message.
        official.Ignore(o => o.Email).Ignore(o => o.NormalizedEmail).Ignore(o => o.EmailConfirmed);
        official.Ignore(o => o.PhoneNumber).Ignore(o => o.PhoneNumberConfirmed);
        official.Property(o => o.Rights).HasConversion<int>();
        official.Property(o => o.ConcurrencyStamp).IsConcurrencyToken();
        official.HasIndex(o => o.NormalizedUserName).IsUnique();
        official.HasIndex(o => new { o.UnitId, o.FullName });
        official.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
