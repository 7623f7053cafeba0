using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Officials;

/// <summary>Signs in once without the authenticator. Only the hash is stored.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OfficialId { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>Null: not used yet.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class RecoveryCodeMap : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.HasIndex(c => new { c.OfficialId, c.CodeHash }).IsUnique();
        code.HasOne<Official>().WithMany().HasForeignKey(c => c.OfficialId).OnDelete(DeleteBehavior.Cascade);
    }
}
