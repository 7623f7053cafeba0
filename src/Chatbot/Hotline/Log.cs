using Microsoft.Extensions.Logging;

namespace Chatbot.Hotline;

/// <summary>What the hotline tells the operator: ids of ours and counts, no citizen and no official's words.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The search key cannot be read: the keys that protect it are gone. Cases go on; search finds nothing")]
    public static partial void SearchKeyGone(this ILogger logger);
}
