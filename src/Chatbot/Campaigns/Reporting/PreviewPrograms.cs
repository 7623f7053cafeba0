using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Reporting;

/// <summary>Tells people from the programs that fetch a link before anybody has seen it: those of the platforms for their previews, search engines, mail scanners.</summary>
/// <remarks>The browsers inside the Zalo and Facebook apps (<c>Zalo iOS/…</c>, <c>FBAN/…</c>) are people. The names follow the programs' own documentation:
/// facebookexternalhit, meta-externalagent (developers.facebook.com/docs/sharing/webmasters/web-crawlers, read 22 November 2026).</remarks>
public static partial class PreviewPrograms
{
    /// <param name="userAgent">As sent; empty: none, which no browser does.</param>
    /// <param name="purpose">Headers <c>Sec-Purpose</c>, <c>Purpose</c> and <c>X-Purpose</c>, whatever is there.</param>
    public static bool IsPerson(string userAgent, string purpose) =>
        userAgent.Length > 0 && !Programs().IsMatch(userAgent) && !Ahead().IsMatch(purpose);

    // "CUBOT" is a make of telephone.
    [GeneratedRegex(@"(?<!\bcu)bot(?![a-z])|crawl|spider|slurp|facebookexternalhit|facebot|meta-external|preview|scanner|fetcher|headless|lighthouse|^(curl|wget|python|go-http|java|okhttp|libwww|axios|node|ruby|php|dart|apache-httpclient|postman)", RegexOptions.IgnoreCase)]
    private static partial Regex Programs();

    [GeneratedRegex("prefetch|prerender|preview", RegexOptions.IgnoreCase)]
    private static partial Regex Ahead();
}
