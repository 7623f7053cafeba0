using System.Text.Json;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Officials.Audit;

namespace Chatbot.Campaigns;

/// <summary>What an office tells many citizens: written by one official, approved by another, sent once to each.</summary>
/// <remarks>Draft → Submitted → Approved or Returned → Scheduled (or Repeating) → Running ⇄ Paused → Finished, or Cancelled from anywhere before. An approval binds to
/// <see cref="ContentHash"/>: any change of content, variants, segment, methods or time takes it back. The database refuses an approval by anybody who wrote in it.</remarks>
public sealed partial class Campaign : IOfUnit, IAudited
{
    private CampaignDraft? read;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    [AuditedText] public string Name { get; private set; } = "";

    public CampaignStatus Status { get; private set; } = CampaignStatus.Draft;

    public Purpose Purpose { get; private set; }

    /// <summary>Everything that was written, as JSON of <see cref="CampaignDraft"/>.</summary>
    [Unaudited] public string Content { get; private set; } = "";

    /// <summary>See <see cref="CampaignDraft.Hash"/>.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>As in the draft; null: at once.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>As in the draft; null: no end.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>Goes out by <see cref="Publishing.Publication"/>s, not by deliveries.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Official who made the draft.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>Official who last changed it; null: nobody since.</summary>
    public Guid? EditorId { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Recipients when it was submitted, those left out not counted.</summary>
    public int ExpectedRecipients { get; private set; }

    /// <summary>So large that two people must approve.</summary>
    public bool NeedsSecondLook { get; private set; }

    public Guid? ApproverId { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>What was approved; null: nothing is.</summary>
    public string? ApprovedHash { get; private set; }

    public Guid? SecondApproverId { get; private set; }

    public DateTimeOffset? SecondApprovedAt { get; private set; }

    /// <summary>Why it was returned, paused or cancelled; empty: it was not.</summary>
    [AuditedText] public string Remark { get; private set; } = "";

    /// <summary>Why it stopped by itself; null: a person stopped it, or it did not stop.</summary>
    public StopReason? StoppedBecause { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grows with every act; whoever acts on an older one is told that somebody else was faster.</summary>
    [Unaudited] public int Revision { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; init; }

    [Unaudited] public DateTimeOffset ChangedAt { get; private set; }

    Guid IAudited.AuditUnitId => UnitId;

    public CampaignDraft Read() => read ??= JsonSerializer.Deserialize(Content, CampaignJson.Default.CampaignDraft)!;

    /// <summary>May still be written.</summary>
    public bool IsOpenToEditors => Status is CampaignStatus.Draft or CampaignStatus.Submitted or CampaignStatus.Returned or CampaignStatus.Approved or CampaignStatus.Scheduled
        or CampaignStatus.Repeating;

    public bool IsEnded => Status is CampaignStatus.Finished or CampaignStatus.Cancelled;

    /// <summary>What stands here is what was approved.</summary>
    public bool IsApproved => ApproverId is not null && ApprovedHash == ContentHash && Read().Hash() == ContentHash && (!NeedsSecondLook || SecondApproverId is not null);

    /// <summary>Takes the draft; what was submitted, approved or scheduled is a draft again. The same draft changes nothing.</summary>
    /// <returns>False: nothing changed, or too late.</returns>
    public bool Write(CampaignDraft draft, Guid officialId, DateTimeOffset now)
    {
        draft = draft.Tidied();
        var hash = draft.Hash();
        if (!IsOpenToEditors || hash == ContentHash) return false;
        if (Content.Length > 0) EditorId = officialId;
        (Content, ContentHash, read) = (JsonSerializer.Serialize(draft, CampaignJson.Default.CampaignDraft), hash, null);
        (Name, Purpose, StartsAt, EndsAt, IsPublic) = (draft.Name, draft.Purpose, draft.StartsAt, draft.EndsAt, draft.Methods.IsPublic);
        Unapprove();
        return Become(CampaignStatus.Draft, now);
    }

    /// <param name="expected">Recipients as counted now.</param>
    /// <param name="needsSecondLook">Two people must approve.</param>
    /// <param name="now">Now.</param>
    /// <returns>False: not a draft.</returns>
    public bool Submit(int expected, bool needsSecondLook, DateTimeOffset now)
    {
        if (Status is not (CampaignStatus.Draft or CampaignStatus.Returned)) return false;
        (SubmittedAt, ExpectedRecipients, NeedsSecondLook, Remark, StoppedBecause) = (now, expected, needsSecondLook, "", null);
        return Become(CampaignStatus.Submitted, now);
    }

    /// <summary>The first of two approvals leaves it submitted; the second, by another person, approves it.</summary>
    /// <returns>False: not submitted, or the same person twice, or its author or editor.</returns>
    public bool Approve(Guid officialId, DateTimeOffset now)
    {
        if (Status != CampaignStatus.Submitted || officialId == AuthorId || officialId == EditorId || officialId == ApproverId) return false;
        if (ApproverId is null) (ApproverId, ApprovedAt, ApprovedHash) = (officialId, now, ContentHash);
        else (SecondApproverId, SecondApprovedAt) = (officialId, now);
        return Become(NeedsSecondLook && SecondApproverId is null ? CampaignStatus.Submitted : CampaignStatus.Approved, now);
    }

    /// <param name="remark">What must be changed.</param>
    /// <param name="because">Null: a person does it.</param>
    /// <param name="now">Now.</param>
    /// <returns>False: neither submitted nor waiting to be sent.</returns>
    public bool Return(string remark, StopReason? because, DateTimeOffset now)
    {
        if (Status is not (CampaignStatus.Submitted or CampaignStatus.Approved or CampaignStatus.Scheduled or CampaignStatus.Repeating)) return false;
        Unapprove();
        (Remark, StoppedBecause) = (remark, because);
        return Become(CampaignStatus.Returned, now);
    }

    /// <summary>From now on it starts by itself at <see cref="StartsAt"/>, or at each of its times.</summary>
    /// <returns>False: not approved, or it returns and all its times are over.</returns>
    public bool Schedule(DateTimeOffset now) => Status == CampaignStatus.Approved && IsApproved && (Read().Returns ? Repeat(now) : Become(CampaignStatus.Scheduled, now));

    /// <returns>False: not scheduled, not due, or not what was approved.</returns>
    public bool Start(DateTimeOffset now)
    {
        if (Status != CampaignStatus.Scheduled || StartsAt > now || !IsApproved) return false;
        StartedAt = now;
        return Become(CampaignStatus.Running, now);
    }

    /// <summary>It has grown since it was approved: a second person must look before it goes out.</summary>
    /// <returns>False: not scheduled, or looked at twice already.</returns>
    public bool AskSecondLook(int expected, DateTimeOffset now)
    {
        if (Status != CampaignStatus.Scheduled || SecondApproverId is not null) return false;
        (NeedsSecondLook, ExpectedRecipients) = (true, expected);
        return Become(CampaignStatus.Submitted, now);
    }

    /// <param name="because">Null: a person does it.</param>
    /// <param name="remark">What the page says about it.</param>
    /// <param name="now">Now.</param>
    public bool Pause(StopReason? because, string remark, DateTimeOffset now)
    {
        if (Status is not (CampaignStatus.Running or CampaignStatus.Repeating)) return false;
        (StoppedBecause, Remark) = (because, remark);
        return Become(CampaignStatus.Paused, now);
    }

    public bool Resume(DateTimeOffset now)
    {
        if (Status != CampaignStatus.Paused || !IsApproved) return false;
        (StoppedBecause, Remark) = (null, "");
        return Read().Returns ? Repeat(now) || Finish(now) : Become(CampaignStatus.Running, now);
    }

    public bool Finish(DateTimeOffset now)
    {
        if (Status is not (CampaignStatus.Running or CampaignStatus.Paused or CampaignStatus.Repeating)) return false;
        EndedAt = now;
        return Become(CampaignStatus.Finished, now);
    }

    /// <summary>At any moment before its end; what has left has left.</summary>
    public bool Cancel(string remark, StopReason? because, DateTimeOffset now)
    {
        if (IsEnded) return false;
        (Remark, StoppedBecause, EndedAt) = (remark, because, now);
        return Become(CampaignStatus.Cancelled, now);
    }

    private void Unapprove() =>
        (ApproverId, ApprovedAt, ApprovedHash, SecondApproverId, SecondApprovedAt, NeedsSecondLook, NextAt) = (null, null, null, null, null, false, null);

    private bool Become(CampaignStatus status, DateTimeOffset now)
    {
        (Status, ChangedAt) = (status, now);
        Revision++;
        return true;
    }
}

/// <summary>Returned: the approver wants it changed. Scheduled: starts by itself. Repeating: makes a campaign of each of its times. Running: being sent. Paused: by a person or by itself.</summary>
public enum CampaignStatus { Draft, Submitted, Returned, Approved, Scheduled, Running, Paused, Finished, Cancelled, Repeating }

/// <summary>Errors: too many refusals. Token: a person must authorise the account again. AccountRestricted: the platform forbids sending for now.
/// TooLate: its time was over before it could start. Unsound: at its start it was not (any more) what may be sent.</summary>
public enum StopReason { Errors, Token, AccountRestricted, TooLate, Unsound }

/// <summary>Whoever has written in a campaign; none of them may approve it, which a trigger in the database watches.</summary>
public sealed class CampaignWriter
{
    public Guid CampaignId { get; init; }

    public Guid OfficialId { get; init; }
}
