using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Api;

/// <summary>What the interface for other systems says to the people who build on it; the words are in <c>ApiTexts.resx</c>.</summary>
public static class ApiTexts
{
    private static readonly ResourceManager Resources = new(typeof(ApiTexts));

    public static string Title => Resources.Text(nameof(Title));
    public static string About => Resources.Text(nameof(About));
    public static string KeyHint => Resources.Text(nameof(KeyHint));
    public static string RequestKeyHint => Resources.Text(nameof(RequestKeyHint));
    public static string SumBegin => Resources.Text(nameof(SumBegin));
    public static string SumSubmit => Resources.Text(nameof(SumSubmit));
    public static string SumStatus => Resources.Text(nameof(SumStatus));
    public static string SumDeliveries => Resources.Text(nameof(SumDeliveries));
    public static string SumSegments => Resources.Text(nameof(SumSegments));

    public static string ProblemTitle(string code) => Resources.Text($"{code}Title");

    public static string ProblemDetail(string code) => Resources.Text(code);
}
