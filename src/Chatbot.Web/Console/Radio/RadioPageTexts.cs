using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Radio;

/// <summary>What the pages about loudspeaker issues say; the words are in <c>RadioPageTexts.resx</c>.</summary>
public static class RadioPageTexts
{
    private static readonly ResourceManager Resources = new(typeof(RadioPageTexts));

    public static string Menu => Resources.Text(nameof(Menu));
    public static string Title => Resources.Text(nameof(Title));
    public static string Hint => Resources.Text(nameof(Hint));
    public static string New => Resources.Text(nameof(New));
    public static string NewTitle => Resources.Text(nameof(NewTitle));
    public static string Number => Resources.Text(nameof(Number));
    public static string IssueNumber(object value) => Resources.Text(nameof(IssueNumber), value);
    public static string IssueTitle(object first, object second) => Resources.Text(nameof(IssueTitle), first, second);
    public static string Day => Resources.Text(nameof(Day));
    public static string Questions => Resources.Text(nameof(Questions));
    public static string Unit => Resources.Text(nameof(Unit));
    public static string CreatedBy => Resources.Text(nameof(CreatedBy));
    public static string CreatedAt => Resources.Text(nameof(CreatedAt));
    public static string EmptyTitle => Resources.Text(nameof(EmptyTitle));
    public static string EmptyHint => Resources.Text(nameof(EmptyHint));
    public static string ShowAnswers => Resources.Text(nameof(ShowAnswers));
    public static string NoneTitle => Resources.Text(nameof(NoneTitle));
    public static string NoneHint => Resources.Text(nameof(NoneHint));
    public static string ChooseHint => Resources.Text(nameof(ChooseHint));
    public static string Place => Resources.Text(nameof(Place));
    public static string PlaceOf(object value) => Resources.Text(nameof(PlaceOf), value);
    public static string Question => Resources.Text(nameof(Question));
    public static string Field => Resources.Text(nameof(Field));
    public static string Time => Resources.Text(nameof(Time));
    public static string OnAir => Resources.Text(nameof(OnAir));
    public static string Never => Resources.Text(nameof(Never));
    public static string Times(object value) => Resources.Text(nameof(Times), value);
    public static string Minutes(object first, object second) => Resources.Text(nameof(Minutes), first, second);
    public static string Create => Resources.Text(nameof(Create));
    public static string NothingChosen => Resources.Text(nameof(NothingChosen));
    public static string NoLongerPublic => Resources.Text(nameof(NoLongerPublic));
    public static string Download => Resources.Text(nameof(Download));
    public static string BackToList => Resources.Text(nameof(BackToList));
    public static string Summary(object first, object second, object third, object fourth) => Resources.Text(nameof(Summary), first, second, third, fourth);
    public static string FirstVoice => Resources.Text(nameof(FirstVoice));
    public static string SecondVoice => Resources.Text(nameof(SecondVoice));
    public static string ActionAdded => Resources.Text(nameof(ActionAdded));
}
