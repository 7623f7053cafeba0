using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue;

/// <summary>One immutable state of an FAQ entry.</summary>
public sealed class FaqVersion : IContentVersion, IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    /// <summary>The entry's own id (<see cref="FaqEntry.Id"/>), the same in all its versions.</summary>
    public required string Code { get; init; }

    /// <summary>1, 2, 3 … within unit and entry.</summary>
    public int Version { get; init; }

    /// <summary>First of its questions.</summary>
    public required string Title { get; init; }

    public required string Topic { get; init; }

    /// <summary>Id, questions and topic as people type them when they search, see <see cref="Persistence.PlainText"/>.</summary>
    public required string SearchText { get; init; }

    /// <summary>Null: since ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null: no end known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>First day of the version that follows; null: this is the newest.</summary>
    public DateOnly? SupersededOn { get; set; }

    /// <summary>The <see cref="FaqEntry"/> as JSON, without the day it was read.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, hex.</summary>
    public required string ContentHash { get; init; }

    public DateOnly? SourceDate { get; set; }

    public DateTimeOffset ImportedAt { get; init; }

    public required string Source { get; init; }

    public Guid ImportId { get; init; }

    /// <exception cref="System.Text.Json.JsonException">The column was changed by hand.</exception>
    public FaqEntry Read() => CatalogueText.Faq(Content) with { SourceDate = SourceDate };
}

internal sealed class FaqVersionMap : IEntityTypeConfiguration<FaqVersion>
{
    public void Configure(EntityTypeBuilder<FaqVersion> version)
    {
        version.HasIndex(v => new { v.UnitId, v.Code, v.Version }).IsUnique();
        version.HasIndex(v => new { v.UnitId, v.SupersededOn });
        version.HasIndex(v => v.ImportId);
        version.HasOne<ImportRun>().WithMany().HasForeignKey(v => v.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
