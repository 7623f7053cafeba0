using System.Globalization;
using System.Resources;

namespace Chatbot.Radio;

/// <summary>The words around the answers; RadioTexts.resx holds them.</summary>
internal static class RadioTexts
{
    private static readonly ResourceManager Resources = new("Chatbot.Radio.RadioTexts", typeof(RadioTexts).Assembly);

    public static string Title => Get(nameof(Title));
    public static string Issue(object number, object day) => Format(nameof(Issue), number, day);
    public static string ReadingTime(object questions, object words, object minutes, object seconds, object pace) => Format(nameof(ReadingTime), questions, words, minutes, seconds, pace);
    public static string Greeting(object number, object day, object office) => Format(nameof(Greeting), number, day, office);
    public static string Intro(object count) => Format(nameof(Intro), count);
    public static string First => Get(nameof(First));
    public static string Following(object number) => Format(nameof(Following), number);
    public static string Source(object source) => Format(nameof(Source), source);
    public static string Closing(object office) => Format(nameof(Closing), office);
    public static string Voice1 => Get(nameof(Voice1));
    public static string Voice2 => Get(nameof(Voice2));
    public static string Heading(object number) => Format(nameof(Heading), number);

    private static string Get(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"RadioTexts.resx has no entry {name}");

    private static string Format(string name, params ReadOnlySpan<object> values) => string.Format(CultureInfo.InvariantCulture, Get(name), values);
}
