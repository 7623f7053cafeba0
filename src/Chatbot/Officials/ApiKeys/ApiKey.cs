using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials.ApiKeys;

/// <summary>How another system (a portal, the province's) speaks to us: for one unit and those below it, for some acts, for some time. The key itself is shown once.</summary>
public sealed class ApiKey : IOfUnit, IAudited
{
    public const int LongestName = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    [AuditedText] public required string Name { get; init; }

    /// <summary>Of the whole key, see <see cref="OneTimeToken.Hash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Its first letters, by which people tell keys apart.</summary>
    [AuditedText] public required string Start { get; init; }

    public ApiScope Scopes { get; init; }

    /// <summary>Official who made it, and who counts as an author of whatever it writes.</summary>
    public Guid CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null: in force.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the minute; null: never.</summary>
    [Unaudited] public DateTimeOffset? LastUsedAt { get; init; }

    Guid IAudited.AuditUnitId => UnitId;

    public bool IsAlive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>What a key may do; combined freely. Stored as a number: the values never change.</summary>
[Flags]
public enum ApiScope
{
    None = 0,

    /// <summary>Begins drafts of campaigns.</summary>
    WriteCampaigns = 1,

    /// <summary>Hands drafts to the approvers.</summary>
    SubmitCampaigns = 2,

    /// <summary>Reads states and counts, and the groups of recipients by name.</summary>
    ReadCampaigns = 4,

    /// <summary>Reads the ledger: a row a delivery, which names nobody.</summary>
    ReadDeliveries = 8,
}

public static class ApiScopes
{
    public const ApiScope All = ApiScope.WriteCampaigns | ApiScope.SubmitCampaigns | ApiScope.ReadCampaigns | ApiScope.ReadDeliveries;

    /// <summary>Each of them alone, in the order in which people see them.</summary>
    public static IReadOnlyList<ApiScope> Each { get; } = [.. Enum.GetValues<ApiScope>().Where(scope => scope != ApiScope.None)];
}

/// <summary>The answer to a request with an idempotency key: the same request again gets the same answer. Stored with what the request did, or not at all.</summary>
public sealed class ApiAnswer
{
    public Guid KeyId { get; init; }

    /// <summary>The caller's own key of the request.</summary>
    public required string RequestKey { get; init; }

    /// <summary>SHA-256 over method, path and body.</summary>
    public required string RequestHash { get; init; }

    public int Status { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset AnsweredAt { get; init; }
}

internal sealed class ApiKeyMap : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.Property(k => k.Scopes).HasConversion<int>();
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasIndex(k => k.UnitId);
        key.HasOne<Unit>().WithMany().HasForeignKey(k => k.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiAnswerMap : IEntityTypeConfiguration<ApiAnswer>
{
    public void Configure(EntityTypeBuilder<ApiAnswer> answer)
    {
        answer.HasKey(a => new { a.KeyId, a.RequestKey });
        answer.HasIndex(a => a.AnsweredAt);
        answer.HasOne<ApiKey>().WithMany().HasForeignKey(a => a.KeyId).OnDelete(DeleteBehavior.Cascade);
    }
}
