using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Radio;

/// <summary>A numbered issue of the loudspeaker column: approved answers in the order in which they are read. Keeps the versions, so it reads the same next year.</summary>
public sealed class RadioIssue : IOfUnit, IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    /// <summary>1, 2, 3 … within the unit.</summary>
    public int Number { get; init; }

    /// <summary>Day in Vietnam on which it is read.</summary>
    public DateOnly Day { get; init; }

    public Guid CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    Guid IAudited.AuditUnitId => UnitId;
}

/// <summary>One answer of an issue.</summary>
public sealed class RadioItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid IssueId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Place { get; init; }

    public Guid VersionId { get; init; }
}

internal sealed class RadioIssueMap : IEntityTypeConfiguration<RadioIssue>
{
    public void Configure(EntityTypeBuilder<RadioIssue> issue)
    {
        issue.HasIndex(i => new { i.UnitId, i.Number }).IsUnique();
        issue.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RadioItemMap : IEntityTypeConfiguration<RadioItem>
{
    public void Configure(EntityTypeBuilder<RadioItem> item)
    {
        item.HasIndex(i => new { i.IssueId, i.Place }).IsUnique();
        item.HasOne<RadioIssue>().WithMany().HasForeignKey(i => i.IssueId).OnDelete(DeleteBehavior.Cascade);
        item.HasOne<AnswerVersion>().WithMany().HasForeignKey(i => i.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
