using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.Notices;

/// <summary>What the list of notices says; the words are in <c>NoticesTexts.resx</c>.</summary>
public static class NoticesTexts
{
    private static readonly ResourceManager Resources = new(typeof(NoticesTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string What => Resources.Text(nameof(What));
    public static string Case => Resources.Text(nameof(Case));
    public static string At => Resources.Text(nameof(At));
    public static string Seen => Resources.Text(nameof(Seen));
    public static string Filter => Resources.Text(nameof(Filter));
    public static string Unseen => Resources.Text(nameof(Unseen));
    public static string SeeAll => Resources.Text(nameof(SeeAll));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string KindAssigned => Resources.Text(nameof(KindAssigned));
    public static string KindDeadlineHalf => Resources.Text(nameof(KindDeadlineHalf));
    public static string KindDeadlineNear => Resources.Text(nameof(KindDeadlineNear));
    public static string KindDeadlinePassed => Resources.Text(nameof(KindDeadlinePassed));
    public static string KindMentioned => Resources.Text(nameof(KindMentioned));
    public static string KindAnswerOffered => Resources.Text(nameof(KindAnswerOffered));
    public static string KindAnswerFailed => Resources.Text(nameof(KindAnswerFailed));
    public static string KindApprovalWanted => Resources.Text(nameof(KindApprovalWanted));
    public static string KindAnswerReturned => Resources.Text(nameof(KindAnswerReturned));
    public static string KindApologyWanted => Resources.Text(nameof(KindApologyWanted));
}
