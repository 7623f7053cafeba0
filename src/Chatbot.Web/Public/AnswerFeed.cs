using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Chatbot.Catalogue.Answers;
using Chatbot.Officials;

namespace Chatbot.Web.Public;

/// <summary>The newest answers as RSS 2.0, and all of them as a sitemap.</summary>
internal static class AnswerFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="site">Address of the service, without a slash at the end.</param>
    public static byte[] Rss(Unit office, IReadOnlyList<PublishedAnswer> answers, string site) => Written(new XElement("rss",
        new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "atom", Atom.NamespaceName),
        new XElement("channel",
            new XElement("title", Clean($"{PublicTexts.Title} – {office.Name}")),
            new XElement("link", $"{site}{PublicAddresses.List(office.Id)}"),
            new XElement("description", PublicTexts.About),
            new XElement("language", "vi"),
            new XElement(Atom + "link", new XAttribute("href", $"{site}{PublicAddresses.Feed(office.Id)}"), new XAttribute("rel", "self"), new XAttribute("type", "application/rss+xml")),
            answers.Select(answer => Item(answer, site)))));

    public static byte[] Map(IReadOnlyList<PublishedAnswer> answers, string site) => Written(new XElement(Sitemap + "urlset",
        answers.Select(a => new XElement(Sitemap + "url",
            new XElement(Sitemap + "loc", $"{site}{PublicAddresses.Of(a)}"),
            new XElement(Sitemap + "lastmod", a.ApprovedAt!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))));

    private static XElement Item(PublishedAnswer answer, string site) => new("item",
        new XElement("title", Clean(answer.Question)),
        new XElement("link", $"{site}{PublicAddresses.Of(answer)}"),
        new XElement("description", Clean(answer.Answer)),
        answer.Field.Length == 0 ? null : new XElement("category", Clean(answer.Field)),
        new XElement("guid", new XAttribute("isPermaLink", "false"), $"{answer.Code}-{answer.Version}"),
        new XElement("pubDate", answer.ApprovedAt!.Value.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)));

    private static byte[] Written(XElement root)
    {
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true })) new XDocument(root).WriteTo(writer);
        return file.ToArray();
    }

    // Control signs that a text may hold and XML may not.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
