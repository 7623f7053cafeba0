using Chatbot.Hotline.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Files;

/// <summary>A file that an official added to a case. The content lies encrypted in the <see cref="FileStore"/> under the id alone.</summary>
public sealed class CaseFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid OfficialId { get; init; }

    /// <summary>Cleaned, with the ending of the type that the content has; encrypted, as people name files after people.</summary>
    public required string Name { get; init; }

    /// <summary>By the content, never by what the browser said.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public required string Hash { get; init; }

    public DateTimeOffset AddedAt { get; init; }
}

internal sealed class CaseFileMap : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.HasIndex(f => new { f.CaseId, f.AddedAt });
        file.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
