using System.Globalization;

namespace Chatbot.Simulator.Facebook;

/// <summary>Times as the Graph API writes and reads them.</summary>
internal static class GraphTime
{
    /// <returns>Such as <c>2026-11-18T03:33:20+0000</c>.</returns>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    /// <summary>UNIX seconds or ISO 8601; the expressions of PHP that the platform also takes are not read here.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 99_999_999_999) return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }
}
