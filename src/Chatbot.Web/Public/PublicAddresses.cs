using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Understanding.Text;

namespace Chatbot.Web.Public;

/// <summary>Addresses of the public pages, below the service's own.</summary>
internal static class PublicAddresses
{
    public const string Root = "/hoi-dap";
    private const int LongestSlug = 60;

    public static string List(Guid unitId) => unitId == Unit.RootId ? Root : $"{Root}/don-vi/{unitId}";

    public static string Feed(Guid unitId) => $"{List(unitId)}/rss.xml";

    public static string Of(PublishedAnswer answer) => $"{Root}/{answer.Code}/{Slug(answer.Question)}";

    public static string Page(Guid unitId, string search, string field, int page) =>
        $"{List(unitId)}?tim={Uri.EscapeDataString(search)}&linh-vuc={Uri.EscapeDataString(field)}&trang={page.ToString(CultureInfo.InvariantCulture)}";

    public static string Day(DateTimeOffset time) => Day(VietnamDay.Of(time));

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Slug(string question)
    {
        var letters = Letters.Fold(VietnameseText.Normalise(question)).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = "";
        foreach (var word in words.TakeWhile(w => slug.Length + w.Length < LongestSlug)) slug = slug.Length == 0 ? word : $"{slug}-{word}";
        return slug.Length == 0 ? "cau-hoi" : slug;
    }
}
