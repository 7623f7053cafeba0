using System.Resources;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>What the first page says; the words are in <c>FirstPageTexts.resx</c>.</summary>
public static class FirstPageTexts
{
    private static readonly ResourceManager Resources = new(typeof(FirstPageTexts));

    public static string Hello(object value) => Resources.Text(nameof(Hello), value);
    public static string Waiting => Resources.Text(nameof(Waiting));
    public static string Nothing => Resources.Text(nameof(Nothing));
    public static string NothingHint => Resources.Text(nameof(NothingHint));
    public static string Unaccepted => Resources.Text(nameof(Unaccepted));
    public static string UnacceptedHint => Resources.Text(nameof(UnacceptedHint));
    public static string LockedOut => Resources.Text(nameof(LockedOut));
    public static string LockedOutHint => Resources.Text(nameof(LockedOutHint));
    public static string Live => Resources.Text(nameof(Live));
}
