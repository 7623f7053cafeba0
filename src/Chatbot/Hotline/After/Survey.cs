using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.After;

/// <summary>A citizen was asked how satisfied they are with how a case was handled: once a case, whatever becomes of it later.</summary>
public sealed class Survey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Unique.</summary>
    public Guid CaseId { get; init; }

    public Guid UnitId { get; init; } = Unit.RootId;

    public DateTimeOffset AskedAt { get; init; }
}

/// <summary>One answer; a second one to the same question replaces it.</summary>
public sealed class SurveyScore
{
    public Guid SurveyId { get; init; }

    public SurveyQuestion Question { get; init; }

    /// <summary>1 (very dissatisfied) to 5 (very satisfied).</summary>
    public int Score { get; init; }

    public DateTimeOffset AnsweredAt { get; init; }
}

/// <summary>Grouped as the SIPAS index groups them; the grouping is to be checked by the office before results are published.</summary>
public enum SurveyQuestion { Access = 1, Procedure = 2, Staff = 3, Result = 4, FeedbackHandling = 5 }

internal sealed class SurveyMap : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.HasIndex(s => s.CaseId).IsUnique();
        survey.HasIndex(s => new { s.UnitId, s.AskedAt });
        survey.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SurveyScoreMap : IEntityTypeConfiguration<SurveyScore>
{
    public void Configure(EntityTypeBuilder<SurveyScore> score)
    {
        score.HasKey(s => new { s.SurveyId, s.Question });
        score.HasOne<Survey>().WithMany().HasForeignKey(s => s.SurveyId).OnDelete(DeleteBehavior.Cascade);
    }
}
