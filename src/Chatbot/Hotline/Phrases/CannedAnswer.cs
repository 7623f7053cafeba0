using Chatbot.Hotline.Search;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Phrases;

/// <summary>A text that officials of a unit use again and again, with placeholders such as <c>{mã}</c>.</summary>
public sealed class CannedAnswer
{
    public const int LongestText = 4_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// <summary>Title and text as folded words with blanks around them, for the search.</summary>
    public string Folded { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public static string Fold(string text) => $" {string.Join(' ', CaseSearch.Words(text))} ";
}

internal sealed class CannedAnswerMap : IEntityTypeConfiguration<CannedAnswer>
{
    public void Configure(EntityTypeBuilder<CannedAnswer> canned)
    {
        canned.HasIndex(c => new { c.UnitId, c.Title }).IsUnique();
        canned.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
