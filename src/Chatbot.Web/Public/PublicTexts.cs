using System.Globalization;
using System.Resources;

namespace Chatbot.Web.Public;

/// <summary>The words of the public page; PublicTexts.resx holds them.</summary>
internal static class PublicTexts
{
    private static readonly ResourceManager Resources = new("Chatbot.Web.Public.PublicTexts", typeof(PublicTexts).Assembly);

    public static string Title => Get(nameof(Title));
    public static string About => Get(nameof(About));
    public static string SkipToContent => Get(nameof(SkipToContent));
    public static string Search => Get(nameof(Search));
    public static string SearchHint => Get(nameof(SearchHint));
    public static string Field => Get(nameof(Field));
    public static string AllFields => Get(nameof(AllFields));
    public static string Find => Get(nameof(Find));
    public static string Count(object count) => Format(nameof(Count), count);
    public static string NoneYet => Get(nameof(NoneYet));
    public static string NoneFound => Get(nameof(NoneFound));
    public static string Pages => Get(nameof(Pages));
    public static string PageOf(object page, object pages) => Format(nameof(PageOf), page, pages);
    public static string Previous => Get(nameof(Previous));
    public static string Following => Get(nameof(Following));
    public static string Question => Get(nameof(Question));
    public static string Answer => Get(nameof(Answer));
    public static string Source => Get(nameof(Source));
    public static string SeeSource => Get(nameof(SeeSource));
    public static string Approved => Get(nameof(Approved));
    public static string ApprovedOn(object official, object day) => Format(nameof(ApprovedOn), official, day);
    public static string Procedure => Get(nameof(Procedure));
    public static string ValidUntil => Get(nameof(ValidUntil));
    public static string Back => Get(nameof(Back));
    public static string Feed => Get(nameof(Feed));
    public static string NotFoundTitle => Get(nameof(NotFoundTitle));
    public static string NotFound => Get(nameof(NotFound));
    public static string LinkMissingTitle => Get(nameof(LinkMissingTitle));
    public static string LinkMissing => Get(nameof(LinkMissing));

    private static string Get(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"PublicTexts.resx has no entry {name}");

    private static string Format(string name, params ReadOnlySpan<object> values) => string.Format(CultureInfo.InvariantCulture, Get(name), values);
}
