using System.Buffers.Text;

namespace Chatbot.Channels.Zalo;

/// <summary>Milliseconds since 1970 as Zalo writes them: 13 digits, in strings and in numbers.</summary>
internal static class ZaloTime
{
    private const long First = 1_000_000_000_000, Last = 9_999_999_999_999;

    /// <returns>Now for anything else: samples of the manual and the console hold truncated times.</returns>
    public static DateTimeOffset Read(ReadOnlySpan<byte> timestamp, DateTimeOffset now) =>
        Utf8Parser.TryParse(timestamp, out long ms, out var read) && read == timestamp.Length && ms is >= First and <= Last
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : now;
}
