using Chatbot.Channels;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;

namespace Chatbot.Hotline.Inbox;

/// <summary>Which cases a list shows. Empty lists and nulls leave nothing out.</summary>
/// <param name="Units">Offices whose cases this person may see; a forwarded case belongs to both.</param>
public sealed record CaseFilter(IReadOnlyCollection<Guid> Units)
{
    public const int LargestPage = 200;

    public IReadOnlyCollection<CaseState> States { get; init; } = [];

    public IReadOnlyCollection<CaseKind> Kinds { get; init; } = [];

    public Channel? Channel { get; init; }

    public Guid? AssigneeId { get; init; }

    /// <summary>Only what nobody has.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>Only what is past its deadline and not answered.</summary>
    public bool IsLate { get; init; }

    public Guid? LabelId { get; init; }

    /// <summary>Only where the citizen has written since the assignee last looked.</summary>
    public bool HasNews { get; init; }

    /// <summary>Only with an answer in this state; null: whatever its answers are.</summary>
    public AnswerState? AnswerState { get; init; }

    /// <summary>Opened on or after.</summary>
    public DateTimeOffset? OpenedFrom { get; init; }

    /// <summary>Opened before.</summary>
    public DateTimeOffset? OpenedBefore { get; init; }

    /// <summary>Whole words with or without accents, in any order, or a tracking code.</summary>
    public string Search { get; init; } = "";

    public CaseSort Sort { get; init; }

    /// <summary>The other way round; what has nothing to sort by stays last.</summary>
    public bool IsDescending { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    /// <summary>1 to <see cref="LargestPage"/>.</summary>
    public int Size { get; init; } = 50;
}

/// <summary>What a list is sorted by. Newest: the last change first, the list's own order. State: from new to closed. Assignee: by name.</summary>
public enum CaseSort { Newest, Changed, Due, Code, State, Assignee }

/// <summary>One line of a list.</summary>
public sealed record CaseRow
{
    public Guid Id { get; init; }

    public required string TrackingCode { get; init; }

    public CaseKind Kind { get; init; }

    public bool IsKindConfirmed { get; init; }

    public CaseOrigin Origin { get; init; }

    public CaseState State { get; init; }

    public Channel Channel { get; init; }

    public Guid UnitId { get; init; }

    public Guid HandlerUnitId { get; init; }

    public Guid ConversationId { get; init; }

    public Guid? AssigneeId { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public int Level { get; init; }

    /// <summary>The citizen has written since the assignee last looked.</summary>
    public bool HasNews { get; init; }

    /// <summary>Beginning of what the citizen wrote; empty: nothing. Null: the keys that protect it are gone.</summary>
    public string? Question { get; init; } = "";

    public IReadOnlyList<Guid> Labels { get; init; } = [];
}

/// <param name="Total">Of all pages.</param>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, int Total);
