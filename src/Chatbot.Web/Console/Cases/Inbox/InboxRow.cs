using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Inbox;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>A case in the list, with the names behind its ids.</summary>
public sealed record InboxRow(CaseRow Row, CaseNames Names, DateTimeOffset Now)
{
    public string Code => TrackingCode.Show(Row.TrackingCode);

    public string Question => Row.Question switch { null => InboxTexts.Unreadable, "" => InboxTexts.NoWords, var words => words };

    public string Kind => Row.IsKindConfirmed ? CaseLabels.Of(Row.Kind) : $"{CaseLabels.Of(Row.Kind)} ({CasesTexts.Unconfirmed})";

    public string Assignee => Names.Official(Row.AssigneeId);

    public string Due => Row.DueAt is { } due ? Labels.Of(due) : CasesTexts.NoDeadline;

    public IEnumerable<string> LabelNames => Row.Labels.Select(Names.Label).OfType<Label>().Select(label => label.Name);

    public bool IsLate => Row.DueAt < Now && Row.State is not (CaseState.Answered or CaseState.Closed);

    public bool IsNear => !IsLate && Row.Level >= 80 && Row.State is not (CaseState.Answered or CaseState.Closed);
}
