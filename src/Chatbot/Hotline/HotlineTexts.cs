using System.Globalization;
using System.Resources;

namespace Chatbot.Hotline;

/// <summary>What citizens read from a case, by name; the words are in <c>HotlineTexts.resx</c>.</summary>
internal static class HotlineTexts
{
    private static readonly ResourceManager Resources = new(typeof(HotlineTexts));

    public static string OfficialAnswers(string code, string text) => Format(nameof(OfficialAnswers), code, text);

    public static string SurveyInvitation(string code) => Format(nameof(SurveyInvitation), code);

    public static string SurveyButton => Format(nameof(SurveyButton));

    public static string Apology(string due, string reason, string newDate, string person) => Format(nameof(Apology), due, reason, newDate, person);

    private static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Resources.GetString(name, CultureInfo.InvariantCulture)!, values);
}
