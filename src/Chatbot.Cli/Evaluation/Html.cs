using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Chatbot.Cli.Evaluation;

/// <summary>Text inside a page: Vietnamese as it is, signs of HTML made harmless.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(string text) => Encoder.Encode(text);
}
