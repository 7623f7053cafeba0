using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Preview;

/// <summary>What previews of messages say; the words are in <c>PreviewTexts.resx</c>.</summary>
public static class PreviewTexts
{
    private static readonly ResourceManager Resources = new(typeof(PreviewTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string On(object value) => Resources.Text(nameof(On), value);
    public static string Buttons => Resources.Text(nameof(Buttons));
    public static string Length(object first, object second) => Resources.Text(nameof(Length), first, second);
}
