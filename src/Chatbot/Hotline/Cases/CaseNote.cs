using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Cases;

/// <summary>Written among officials; no citizen ever reads it.</summary>
public sealed class CaseNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid AuthorId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Text { get; init; }

    public DateTimeOffset WrittenAt { get; init; }
}

internal sealed class CaseNoteMap : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> note)
    {
        note.HasIndex(n => new { n.CaseId, n.WrittenAt });
        note.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
