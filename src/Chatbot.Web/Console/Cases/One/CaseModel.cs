using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Inbox;
using Chatbot.Officials;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>A case as its page shows it to one visitor.</summary>
public sealed record CaseModel(CaseView View, TimelinePage Talk, CaseNames Names, Visitor Visitor, DateTimeOffset Now)
{
    /// <summary>The rule that set the deadline; null: none did.</summary>
    public DeadlineRule? Rule { get; init; }

    public Guid Id => View.Case.Id;

    public string Path => $"/console/cases/{Id}";

    public bool IsMine => View.Case.AssigneeId == Visitor.OfficialId;

    /// <summary>May write to the citizen now, or takes the case by doing so.</summary>
    public bool MayAnswer => Visitor.May(CaseRights.Act) && View.Case.IsOpen && (IsMine || View.Case.AssigneeId is null);

    /// <summary>Not answered, and the day is over.</summary>
    public bool IsLate => View.Case.DueAt < (View.Case.AnsweredAt ?? Now);
}
