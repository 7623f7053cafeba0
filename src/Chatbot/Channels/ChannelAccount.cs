using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Channels;

/// <summary>One Zalo OA or Facebook Page that an office has connected.</summary>
public sealed class ChannelAccount
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; set; } = Unit.RootId;

    public Channel Channel { get; init; }

    /// <summary>OA id or Page id, as the platform writes it in its webhooks.</summary>
    public required string PlatformId { get; init; }

    public string Name { get; set; } = "";

    public AccountStatus Status { get; set; } = AccountStatus.Active;

    /// <summary>Encrypted; null: not authorised yet.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Encrypted, works once (Zalo); null: none (Facebook).</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Null: the token does not expire by time.</summary>
    public DateTimeOffset? TokenExpiresAt { get; set; }

    public DateTimeOffset? TokenRefreshedAt { get; set; }

    /// <summary>Who is refreshing now and until when the others wait; null: nobody.</summary>
    public string? RefreshOwner { get; set; }

    public DateTimeOffset? RefreshUntil { get; set; }

    /// <summary>Hash of the tokens last taken from the settings, so that a restart does not put old tokens back; null: never from settings.</summary>
    public string? SeededFrom { get; set; }

    /// <summary>Facebook: the platform has granted the app the feature Human Agent, so an official may answer for seven days.</summary>
    public bool HasHumanAgent { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>NeedsAuthorisation: a person must authorise again. Restricted: the platform forbids sending for now.</summary>
public enum AccountStatus { Active, NeedsAuthorisation, Restricted, Disconnected }

internal sealed class ChannelAccountMap : IEntityTypeConfiguration<ChannelAccount>
{
    public void Configure(EntityTypeBuilder<ChannelAccount> account)
    {
        account.HasIndex(a => new { a.Channel, a.PlatformId }).IsUnique();
        account.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
