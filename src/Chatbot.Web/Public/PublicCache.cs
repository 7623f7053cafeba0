using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Chatbot.Web.Public;

/// <summary>What proxies and browsers may keep, and for how long: a withdrawn answer is gone from them after a minute too.</summary>
internal static class PublicCache
{
    private const string Minute = "public, max-age=60";

    /// <returns>True: the caller has this state already, answer 304.</returns>
    public static bool IsKnown(HttpContext context, params IEnumerable<string> state)
    {
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', state))))[..24]}\"";
        Harden(context.Response);
        context.Response.Headers[HeaderNames.CacheControl] = Minute;
        context.Response.Headers[HeaderNames.ETag] = tag;
        return context.Request.Headers.IfNoneMatch.Any(known => known?.Contains(tag, StringComparison.Ordinal) == true);
    }

    public static void KeepNothing(HttpResponse response)
    {
        Harden(response);
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    // The pages have no scripts and load nothing.
    private static void Harden(HttpResponse response)
    {
        response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
    }
}
