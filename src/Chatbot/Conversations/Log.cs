using Microsoft.Extensions.Logging;

namespace Chatbot.Conversations;

/// <summary>What the bot tells the operator: ids of ours and counts, no citizen.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The last resort for event {EventId} failed too; a bare apology was sent")]
    public static partial void LastResortFailed(this ILogger logger, Exception error, long eventId);

    [LoggerMessage(Level = LogLevel.Error, Message = "No catalogue for event {EventId}; the last resort uses what was known before")]
    public static partial void KnowledgeGone(this ILogger logger, Exception error, long eventId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Deletion request {RequestId} carried out: {Rows} rows deleted or blanked")]
    public static partial void CitizenErased(this ILogger logger, Guid requestId, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} deletion requests are older than {Age} and not carried out")]
    public static partial void DeletionsLate(this ILogger logger, int count, TimeSpan age);

    [LoggerMessage(Level = LogLevel.Information, Message = "Understanding built for catalogue {Version}: {Procedures} procedures, {Faqs} questions in {Elapsed}")]
    public static partial void KnowledgeBuilt(this ILogger logger, string version, int procedures, int faqs, TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The changed catalogue could not be loaded; answers still come from the last one")]
    public static partial void KnowledgeNotBuilt(this ILogger logger, Exception error);
}
