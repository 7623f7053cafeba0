using Chatbot.Hotline.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Answering;

/// <summary>What an official writes to the citizen in a case. Its way to the phone is told by the outbox messages that carry its id.</summary>
public sealed class CaseAnswer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    /// <summary>Drawn by the page when it is opened; unique: a second press is the same answer.</summary>
    public Guid RequestId { get; init; }

    public Guid AuthorId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Text { get; init; }

    public AnswerPurpose Purpose { get; init; }

    /// <summary>Ids of the files that go along, separated by commas; empty: none.</summary>
    public string Files { get; init; } = "";

    public IReadOnlyList<Guid> FileIds => [.. Files.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    public AnswerState State { get; private set; }

    /// <summary>Who approved or returned it; null: nobody yet, or no approval is needed.</summary>
    public Guid? ApproverId { get; private set; }

    /// <summary>Why it was returned, encrypted; empty: it was not.</summary>
    public string ReturnNote { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was handed to the outbox; null: not yet.</summary>
    public DateTimeOffset? QueuedAt { get; private set; }

    public void Submit() => State = AnswerState.AwaitingApproval;

    public bool Approve(Guid approver)
    {
        if (State != AnswerState.AwaitingApproval) return false;
        (State, ApproverId) = (AnswerState.Approved, approver);
        return true;
    }

    public bool Return(Guid approver, string note)
    {
        if (State != AnswerState.AwaitingApproval) return false;
        (State, ApproverId, ReturnNote) = (AnswerState.Returned, approver, note);
        return true;
    }

    /// <summary>The platform lets nothing through now: it waits for the citizen's next message and for a person's decision then.</summary>
    public void Hold() => State = AnswerState.Held;

    public void Queue(DateTimeOffset now) => (State, QueuedAt) = (AnswerState.Queued, now);

    public bool Withdraw()
    {
        if (State == AnswerState.Queued) return false;
        State = AnswerState.Withdrawn;
        return true;
    }
}

/// <summary>Question: it asks the citizen for something, and the case waits for that. Apology: for being late; the case goes on.</summary>
public enum AnswerPurpose { Answer, Question, Apology }

/// <summary>Offered: the citizen has written again, and an official may send what was held. Queued: with the outbox.</summary>
public enum AnswerState { Written, AwaitingApproval, Approved, Returned, Held, Offered, Queued, Withdrawn }

internal sealed class CaseAnswerMap : IEntityTypeConfiguration<CaseAnswer>
{
    public void Configure(EntityTypeBuilder<CaseAnswer> answer)
    {
        answer.Ignore(a => a.FileIds);
        answer.HasIndex(a => a.RequestId).IsUnique();
        answer.HasIndex(a => new { a.CaseId, a.CreatedAt });
        answer.HasIndex(a => new { a.CaseId, a.Purpose }).IsUnique().HasFilter("purpose = 'Apology' and state not in ('Withdrawn', 'Returned')");
        answer.HasIndex(a => a.State).HasFilter("state in ('AwaitingApproval', 'Held', 'Offered')");
        answer.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
