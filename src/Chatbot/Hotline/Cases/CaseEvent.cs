using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Cases;

/// <summary>One thing that happened to a case. Only ever added: the database refuses changes, and only the erasure of the citizen removes it.</summary>
public sealed class CaseEvent
{
    public long Id { get; init; }

    public Guid CaseId { get; init; }

    public CaseVerb Verb { get; init; }

    /// <summary>State afterwards.</summary>
    public CaseState State { get; init; }

    /// <summary>Null: the service or the citizen.</summary>
    public Guid? OfficialId { get; init; }

    public DateTimeOffset HappenedAt { get; init; }

    /// <summary>Ids, names and times, no words of anybody; empty: nothing to add.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What the official wrote about it (a reason), encrypted; empty: nothing.</summary>
    public string Note { get; init; } = "";

    public static CaseEvent Of(Case matter, CaseVerb verb, Guid? official, DateTimeOffset now, string detail = "", string note = "") => new()
    {
        CaseId = matter.Id, Verb = verb, State = matter.State, OfficialId = official, HappenedAt = now, Detail = detail, Note = note,
    };
}

internal sealed class CaseEventMap : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> happened)
    {
        happened.HasIndex(e => new { e.CaseId, e.Id });
        happened.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
