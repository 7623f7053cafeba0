using Microsoft.Extensions.Logging;

namespace Chatbot.Channels;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Breaker of account {AccountId} is {State}")]
    public static partial void BreakerChanged(this ILogger logger, Guid accountId, string state);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Channel} account {AccountId} taken from the settings")]
    public static partial void AccountSeeded(this ILogger logger, Channel channel, Guid accountId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Token of account {AccountId} cannot be decrypted: the data protection keys it was stored with are gone; connect the account again")]
    public static partial void TokenUnreadable(this ILogger logger, Guid accountId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {AccountId} is now {Status}")]
    public static partial void AccountStatusChanged(this ILogger logger, Guid accountId, AccountStatus status);
}
