using Chatbot.Channels;
using Chatbot.Hotline.Deadlines;
using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Cases;

/// <summary>A citizen's matter that a person in the office must answer: a question that the bot handed on, a petition, a complaint, a denunciation.</summary>
/// <remarks>State changes only by its verbs, which follow <see cref="CaseFlow"/>; each leaves a <see cref="CaseEvent"/> in the same transaction.</remarks>
public sealed class Case : IOfUnit
{
    /// <summary>Until then an open case keeps its talk readable; closing sets a nearer day.</summary>
    public static readonly DateTimeOffset LongAway = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The office that the citizen wrote to.</summary>
    public Guid UnitId { get; init; } = Unit.RootId;

    /// <summary>The office that deals with it now; another one than <see cref="UnitId"/> after it was forwarded.</summary>
    public Guid HandlerUnitId { get; private set; } = Unit.RootId;

    public Guid AccountId { get; init; }

    /// <summary>The talk that opened it, and in which it is answered.</summary>
    public Guid ConversationId { get; init; }

    public Channel Channel { get; init; }

    /// <summary>See <see cref="Hotline.TrackingCode"/>; unique.</summary>
    public required string TrackingCode { get; init; }

    /// <summary>Until <see cref="IsKindConfirmed"/> only what the words suggest.</summary>
    public CaseKind Kind { get; private set; }

    /// <summary>An official has looked: the legal deadline of the kind applies, and before that only the office's own promise.</summary>
    public bool IsKindConfirmed { get; private set; }

    public CaseOrigin Origin { get; init; }

    public CaseState State { get; private set; }

    /// <summary>What the citizen wrote, encrypted; empty: only a button was pressed.</summary>
    public string Question { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Id of the <see cref="DeadlineRule"/> that set <see cref="DueAt"/>; empty: none, the office publishes no hours.</summary>
    public string RuleId { get; private set; } = "";

    /// <summary>When the running deadline began.</summary>
    public DateTimeOffset ClockFrom { get; private set; }

    /// <summary>Half of the working time has passed; null: no deadline.</summary>
    public DateTimeOffset? HalfAt { get; private set; }

    /// <summary>Four fifths of the working time have passed; null: no deadline.</summary>
    public DateTimeOffset? NearAt { get; private set; }

    /// <summary>By when it must be answered; null: the office publishes no hours, so no time was promised.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Highest level of which was warned: 0, 50, 80 or 100 percent.</summary>
    public int Level { get; private set; }

    /// <summary>When the next level is reached; null: nothing to warn of.</summary>
    public DateTimeOffset? NextLevelAt { get; private set; }

    /// <summary>Counts deadlines: a new one warns anew.</summary>
    public int Round { get; private set; }

    /// <summary>How often the running deadline was extended.</summary>
    public int Extensions { get; private set; }

    /// <summary>Who answers; null: nobody yet.</summary>
    public Guid? AssigneeId { get; private set; }

    public DateTimeOffset? AssignedAt { get; private set; }

    /// <summary>Who answered before it was released or reopened, asked first the next time; null: nobody.</summary>
    public Guid? LastAssigneeId { get; private set; }

    /// <summary>When the citizen or the office last did something; lists show the newest first.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Until when the assignee has read the talk; null: never opened.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? FirstAnsweredAt { get; private set; }

    /// <summary>When the last answer was given; null: none yet, or reopened since.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while it is open.</summary>
    public CaseEnd? End { get; private set; }

    public bool IsOpen => State != CaseState.Closed;

    /// <summary>The deadline still runs.</summary>
    public bool IsUnanswered => State is not (CaseState.Answered or CaseState.Closed);

    public static Case Open(OpenedCase opened) => new()
    {
        UnitId = opened.Conversation.UnitId, HandlerUnitId = opened.Conversation.UnitId, AccountId = opened.Conversation.AccountId,
        ConversationId = opened.Conversation.Id, Channel = opened.Conversation.Channel, TrackingCode = Hotline.TrackingCode.New(),
        Kind = opened.Kind, Origin = opened.Origin, Question = opened.Question, OpenedAt = opened.Now, ChangedAt = opened.Now, ClockFrom = opened.Now,
    };

    /// <summary>Sets the running deadline; null: none.</summary>
    public void Run(Deadline? deadline)
    {
        Round++;
        (RuleId, HalfAt, NearAt, DueAt, Level) = (deadline?.RuleId ?? "", deadline?.HalfAt, deadline?.NearAt, deadline?.DueAt, 0);
        ClockFrom = deadline?.From ?? ClockFrom;
        NextLevelAt = IsUnanswered ? HalfAt : null;
    }

    /// <summary>A longer deadline that a rule allows; what was warned of before is warned of anew when it comes.</summary>
    public void Extend(Deadline longer)
    {
        Extensions++;
        Run(longer);
    }

    /// <summary>The level that has been reached; 0 when nothing new.</summary>
    public int Warn(DateTimeOffset now)
    {
        if (!IsUnanswered || DueAt is null) return 0;
        var reached = now >= DueAt ? 100 : now >= NearAt ? 80 : now >= HalfAt ? 50 : 0;
        if (reached <= Level) return 0;
        Level = reached;
        NextLevelAt = reached switch { 50 => NearAt, 80 => DueAt, _ => null };
        return reached;
    }

    /// <summary>Goes along an arrow of <see cref="CaseFlow"/>.</summary>
    /// <returns>False: there is none from this state, and nothing was changed.</returns>
    public bool Go(CaseVerb verb, DateTimeOffset now)
    {
        if (CaseFlow.Next(State, verb) is not { } next) return false;
        (State, ChangedAt) = (next, now);
        NextLevelAt = IsUnanswered ? Level switch { 0 => HalfAt, 50 => NearAt, 80 => DueAt, _ => null } : null;
        return true;
    }

    /// <summary>Confirms or corrects the kind.</summary>
    public void Confirm(CaseKind kind) => (Kind, IsKindConfirmed, Extensions) = (kind, true, 0);

    public bool Assign(Guid official, DateTimeOffset now)
    {
        if (!Go(CaseVerb.Assign, now)) return false;
        (AssigneeId, AssignedAt, SeenAt) = (official, now, null);
        return true;
    }

    public bool Release(DateTimeOffset now)
    {
        if (!Go(CaseVerb.Release, now)) return false;
        NoAssignee();
        return true;
    }

    public bool Forward(Guid unit, DateTimeOffset now)
    {
        if (unit == HandlerUnitId || !Go(CaseVerb.Forward, now)) return false;
        NoAssignee();
        HandlerUnitId = unit;
        return true;
    }

    /// <summary>Back to the office that the citizen wrote to.</summary>
    public bool SendBack(DateTimeOffset now)
    {
        if (HandlerUnitId == UnitId || !Go(CaseVerb.SendBack, now)) return false;
        NoAssignee();
        HandlerUnitId = UnitId;
        return true;
    }

    public bool Answer(DateTimeOffset now)
    {
        if (AssigneeId is null || !Go(CaseVerb.Answer, now)) return false;
        (FirstAnsweredAt, AnsweredAt) = (FirstAnsweredAt ?? now, now);
        return true;
    }

    public bool Close(CaseEnd end, DateTimeOffset now)
    {
        if (!Go(CaseVerb.Close, now)) return false;
        (ClosedAt, End) = (now, end);
        return true;
    }

    /// <summary>The caller sets the new deadline.</summary>
    public bool Reopen(DateTimeOffset now)
    {
        if (!Go(CaseVerb.Reopen, now)) return false;
        NoAssignee();
        (ClosedAt, End, AnsweredAt) = (null, null, null);
        return true;
    }

    /// <summary>The assignee has read the talk up to now.</summary>
    public void See(DateTimeOffset now) => SeenAt = now;

    private void NoAssignee() => (LastAssigneeId, AssigneeId, AssignedAt, SeenAt) = (AssigneeId ?? LastAssigneeId, null, null, null);
}

/// <summary>What is known of a matter when it is opened.</summary>
/// <param name="Question">Encrypted; empty: no words yet.</param>
public sealed record OpenedCase(Conversation Conversation, CaseKind Kind, CaseOrigin Origin, string Question, DateTimeOffset Now);

internal sealed class CaseMap : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> matter)
    {
        matter.HasIndex(c => c.TrackingCode).IsUnique();
        matter.HasIndex(c => new { c.HandlerUnitId, c.State, c.ChangedAt });
        matter.HasIndex(c => new { c.UnitId, c.ChangedAt });
        matter.HasIndex(c => new { c.AssigneeId, c.State });
        matter.HasIndex(c => c.ConversationId);
        matter.HasIndex(c => c.AccountId);
        matter.HasIndex(c => c.DueAt);
        matter.HasIndex(c => c.ChangedAt);
        matter.HasIndex(c => c.OpenedAt);
        matter.HasIndex(c => c.NextLevelAt).HasFilter("next_level_at IS NOT NULL");
        matter.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<Unit>().WithMany().HasForeignKey(c => c.HandlerUnitId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<ChannelAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        matter.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
