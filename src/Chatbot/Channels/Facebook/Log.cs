using Microsoft.Extensions.Logging;

namespace Chatbot.Channels.Facebook;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Facebook did not answer the check of account {AccountId}: {Why}")]
    public static partial void CheckFailed(this ILogger logger, Guid accountId, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Facebook does not send the events of account {AccountId}, subscribing again: {Fields}")]
    public static partial void NotSubscribed(this ILogger logger, Guid accountId, string fields);

    [LoggerMessage(Level = LogLevel.Error, Message = "State {Status} of account {AccountId} could not be stored")]
    public static partial void StatusNotStored(this ILogger logger, Exception failure, Guid accountId, AccountStatus status);

    [LoggerMessage(Level = LogLevel.Error, Message = "The look at Facebook tokens and subscriptions failed; it is repeated")]
    public static partial void WatchFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Facebook Page connected as account {AccountId}")]
    public static partial void PageConnected(this ILogger logger, Guid accountId);
}
