using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Assigning;

/// <summary>An official who answers cases: what for, how many at once, and whether they are there.</summary>
public sealed class Agent
{
    public Guid OfficialId { get; init; }

    public Guid UnitId { get; set; } = Unit.RootId;

    /// <summary>Kinds that this person answers, names separated by commas; empty: all.</summary>
    public string Skills { get; set; } = "";

    /// <summary>Cases at once, 1 or more; beyond it nothing is assigned automatically.</summary>
    public int MostCases { get; set; } = 30;

    /// <summary>Takes part in automatic assignment.</summary>
    public bool IsOnDuty { get; set; } = true;

    /// <summary>Away until then (leave, training); null: there.</summary>
    public DateTimeOffset? AwayUntil { get; set; }

    /// <summary>When a case was last assigned automatically: the one who waited longest is next among equals.</summary>
    public DateTimeOffset LastAssignedAt { get; set; }

    public bool Answers(CaseKind kind) =>
        Skills.Length == 0 || Skills.Split(',', StringSplitOptions.TrimEntries).Contains(kind.ToString(), StringComparer.OrdinalIgnoreCase);
}

internal sealed class AgentMap : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> agent)
    {
        agent.HasKey(a => a.OfficialId);
        agent.Property(a => a.OfficialId).ValueGeneratedNever();
        agent.HasIndex(a => a.UnitId);
        agent.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
