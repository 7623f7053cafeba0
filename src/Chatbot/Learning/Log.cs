using Microsoft.Extensions.Logging;

namespace Chatbot.Learning;

/// <summary>Ids of ours and counts, no citizen's words.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} questions that were not understood were collected")]
    public static partial void QuestionsCollected(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Questions} collected questions had reached their age and were deleted, with {Groups} empty groups")]
    public static partial void QuestionsForgotten(this ILogger logger, int questions, int groups);
}
