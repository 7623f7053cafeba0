using Microsoft.Extensions.Logging;

namespace Chatbot.Channels.Zalo;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A refused webhook signature would match with Zalo:{Key} and {FirstTerm} as its first term")]
    public static partial void SignatureWouldMatch(this ILogger logger, string key, string firstTerm);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Zalo:OaSecretKey is empty: every webhook is refused")]
    public static partial void NoWebhookKey(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook probe of the Zalo console answered and dropped")]
    public static partial void ProbeDropped(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Zalo event of unknown kind {Kind} is stored only")]
    public static partial void UnknownKind(this ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Zalo event {Kind} is for an OA that is not connected here; stored only")]
    public static partial void UnknownAccount(this ILogger logger, string kind);

    [LoggerMessage(Level = LogLevel.Information, Message = "Token of Zalo account {AccountId} refreshed")]
    public static partial void TokenRefreshed(this ILogger logger, Guid accountId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Zalo account {AccountId} must be authorised again: the token endpoint refused with {Code}")]
    public static partial void NeedsAuthorisation(this ILogger logger, Guid accountId, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Token of Zalo account {AccountId} could not be refreshed now: {Why}")]
    public static partial void RefreshFailed(this ILogger logger, Guid accountId, string why);

    [LoggerMessage(Level = LogLevel.Critical, Message = "New tokens of Zalo account {AccountId} could not be stored: authorise it again when the database is back")]
    public static partial void TokensLost(this ILogger logger, Exception failure, Guid accountId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tokens of Zalo account {AccountId} were not refreshed for {Age}")]
    public static partial void TokensAgeing(this ILogger logger, Guid accountId, TimeSpan age);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Zalo answered a send of account {AccountId} with code {Code}: {Outcome}")]
    public static partial void SendRefused(this ILogger logger, Guid accountId, int code, string outcome);
}
