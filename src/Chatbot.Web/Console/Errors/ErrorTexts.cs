using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Errors;

/// <summary>What error pages say; the words are in <c>ErrorTexts.resx</c>.</summary>
public static class ErrorTexts
{
    private static readonly ResourceManager Resources = new(typeof(ErrorTexts));

    public static string Title400 => Resources.Text(nameof(Title400));
    public static string Text400 => Resources.Text(nameof(Text400));
    public static string Title403 => Resources.Text(nameof(Title403));
    public static string Text403 => Resources.Text(nameof(Text403));
    public static string Title404 => Resources.Text(nameof(Title404));
    public static string Text404 => Resources.Text(nameof(Text404));
    public static string Title429 => Resources.Text(nameof(Title429));
    public static string Text429 => Resources.Text(nameof(Text429));
    public static string Title500 => Resources.Text(nameof(Title500));
    public static string Text500 => Resources.Text(nameof(Text500));
    public static string ToFirstPage => Resources.Text(nameof(ToFirstPage));
}
