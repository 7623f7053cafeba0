using Chatbot.Hotline.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Search;

/// <summary>A word stands somewhere in a case: the word's keyed fingerprint, so that a stolen database or backup does not tell what citizens wrote.</summary>
public sealed class CaseWord
{
    /// <summary>First 64 bits of HMAC-SHA256 over the folded word.</summary>
    public long Word { get; init; }

    public Guid CaseId { get; init; }
}

/// <summary>The key of the fingerprints, encrypted; one row.</summary>
public sealed class SearchKey
{
    public int Id { get; init; } = 1;

    public required byte[] Secret { get; init; }
}

internal sealed class CaseWordMap : IEntityTypeConfiguration<CaseWord>
{
    public void Configure(EntityTypeBuilder<CaseWord> word)
    {
        word.HasKey(w => new { w.Word, w.CaseId });
        word.HasIndex(w => w.CaseId);
        word.HasOne<Case>().WithMany().HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchKeyMap : IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<SearchKey> key) => key.Property(k => k.Id).ValueGeneratedNever();
}
