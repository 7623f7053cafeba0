using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Cases.After;

/// <summary>What the pages about satisfaction and apologies say; the words are in <c>AfterTexts.resx</c>.</summary>
public static class AfterTexts
{
    private static readonly ResourceManager Resources = new(typeof(AfterTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string From => Resources.Text(nameof(From));
    public static string To => Resources.Text(nameof(To));
    public static string Question => Resources.Text(nameof(Question));
    public static string Count => Resources.Text(nameof(Count));
    public static string Average => Resources.Text(nameof(Average));
    public static string Asked(object value) => Resources.Text(nameof(Asked), value);
    public static string Answered(object first, object second) => Resources.Text(nameof(Answered), first, second);
    public static string QuestionAccess => Resources.Text(nameof(QuestionAccess));
    public static string QuestionProcedure => Resources.Text(nameof(QuestionProcedure));
    public static string QuestionStaff => Resources.Text(nameof(QuestionStaff));
    public static string QuestionResult => Resources.Text(nameof(QuestionResult));
    public static string QuestionFeedbackHandling => Resources.Text(nameof(QuestionFeedbackHandling));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
}
