using System.Globalization;

namespace Chatbot.Channels.Facebook;

/// <summary>Times as the platform writes them: milliseconds, sometimes seconds, sometimes as a string.</summary>
internal static class FacebookTime
{
    private const long FirstMilliseconds = 1_000_000_000_000;   // smaller values are seconds
    private const long Last = 253_402_300_799_999;

    /// <returns>Milliseconds since 1970; 0 when the text is no such time.</returns>
    public static long Milliseconds(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return 0;
        if (value < FirstMilliseconds) value *= 1000;
        return value <= Last ? value : 0;
    }

    /// <returns>Null when the text is no such time.</returns>
    public static DateTimeOffset? Read(string text) =>
        Milliseconds(text) is > 0 and var value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
