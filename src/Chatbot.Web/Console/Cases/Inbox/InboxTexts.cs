using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.Inbox;

/// <summary>What the list of cases says; the words are in <c>InboxTexts.resx</c>.</summary>
public static class InboxTexts
{
    private static readonly ResourceManager Resources = new(typeof(InboxTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string TabMine => Resources.Text(nameof(TabMine));
    public static string TabUnassigned => Resources.Text(nameof(TabUnassigned));
    public static string TabLate => Resources.Text(nameof(TabLate));
    public static string TabApproval => Resources.Text(nameof(TabApproval));
    public static string TabOpen => Resources.Text(nameof(TabOpen));
    public static string TabAll => Resources.Text(nameof(TabAll));
    public static string Tabs => Resources.Text(nameof(Tabs));
    public static string Select => Resources.Text(nameof(Select));
    public static string SelectOne(object value) => Resources.Text(nameof(SelectOne), value);
    public static string Code => Resources.Text(nameof(Code));
    public static string Question => Resources.Text(nameof(Question));
    public static string Kind => Resources.Text(nameof(Kind));
    public static string State => Resources.Text(nameof(State));
    public static string Assignee => Resources.Text(nameof(Assignee));
    public static string Due => Resources.Text(nameof(Due));
    public static string Opened => Resources.Text(nameof(Opened));
    public static string Changed => Resources.Text(nameof(Changed));
    public static string Channel => Resources.Text(nameof(Channel));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string LabelHeading => Resources.Text(nameof(LabelHeading));
    public static string NewMessage => Resources.Text(nameof(NewMessage));
    public static string NoWords => Resources.Text(nameof(NoWords));
    public static string Unreadable => Resources.Text(nameof(Unreadable));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string Sound => Resources.Text(nameof(Sound));
    public static string BulkHeading => Resources.Text(nameof(BulkHeading));
    public static string BulkAction => Resources.Text(nameof(BulkAction));
    public static string BulkClaim => Resources.Text(nameof(BulkClaim));
    public static string BulkAssign => Resources.Text(nameof(BulkAssign));
    public static string BulkLabel => Resources.Text(nameof(BulkLabel));
    public static string BulkClose => Resources.Text(nameof(BulkClose));
    public static string BulkRelease => Resources.Text(nameof(BulkRelease));
    public static string BulkTo => Resources.Text(nameof(BulkTo));
    public static string BulkWhich => Resources.Text(nameof(BulkWhich));
    public static string BulkEnd => Resources.Text(nameof(BulkEnd));
    public static string BulkRun => Resources.Text(nameof(BulkRun));
    public static string BulkNone => Resources.Text(nameof(BulkNone));
    public static string BulkDone(object first, object second) => Resources.Text(nameof(BulkDone), first, second);
    public static string Choose => Resources.Text(nameof(Choose));
}
