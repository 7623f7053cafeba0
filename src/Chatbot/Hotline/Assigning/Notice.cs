using Chatbot.Hotline.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Assigning;

/// <summary>Something about a case that an official should see. One row a cause: whatever runs twice finds the row.</summary>
public sealed class Notice
{
    public long Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>The unit whose supervisors or head it is for, or in which the agent works.</summary>
    public Guid UnitId { get; init; }

    public NoticeKind Kind { get; init; }

    public Audience Audience { get; init; }

    /// <summary>Null: whoever holds that role in the unit; of a case that nobody has, every agent there.</summary>
    public Guid? OfficialId { get; init; }

    /// <summary>What caused it; unique within the case.</summary>
    public required string Cause { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: nobody has seen it yet.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public static Notice For(Case matter, NoticeKind kind, Guid official, string cause, DateTimeOffset now) => new()
    {
        CaseId = matter.Id, UnitId = matter.HandlerUnitId, Kind = kind, Audience = Audience.Agent, OfficialId = official, Cause = cause, CreatedAt = now,
    };

    public static Notice For(Case matter, NoticeKind kind, Audience audience, string cause, DateTimeOffset now) => new()
    {
        CaseId = matter.Id, UnitId = matter.HandlerUnitId, Kind = kind, Audience = audience,
        OfficialId = audience == Audience.Agent ? matter.AssigneeId : null, Cause = $"{cause}:{audience}", CreatedAt = now,
    };
}

public enum NoticeKind
{
    Assigned, DeadlineHalf, DeadlineNear, DeadlinePassed, Mentioned, AnswerOffered, AnswerFailed, ApprovalWanted, AnswerReturned, ApologyWanted,
}

public enum Audience { Agent, Supervisor, Head }

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.HasIndex(n => new { n.CaseId, n.Cause }).IsUnique();
        notice.HasIndex(n => new { n.OfficialId, n.Id });
        notice.HasIndex(n => new { n.UnitId, n.Audience, n.Id });
        notice.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
