using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Learning;

/// <summary>Until when answers were looked through for unclear questions. One row; moved in the transaction that keeps what was found.</summary>
public sealed class CollectionMark
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public DateTimeOffset Until { get; init; }
}

internal sealed class CollectionMarkMap : IEntityTypeConfiguration<CollectionMark>
{
    public void Configure(EntityTypeBuilder<CollectionMark> mark) => mark.Property(m => m.Id).ValueGeneratedNever();
}
