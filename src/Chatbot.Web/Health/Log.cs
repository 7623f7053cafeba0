namespace Chatbot.Web.Health;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Critical, Message = "{Part} cannot store events: {Detail}")]
    public static partial void CannotStore(this ILogger logger, string part, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Part} is degraded: {Detail}")]
    public static partial void Degraded(this ILogger logger, string part, string detail);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Part} is well again")]
    public static partial void Recovered(this ILogger logger, string part);

    [LoggerMessage(Level = LogLevel.Error, Message = "The trial write failed")]
    public static partial void StorageRefused(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Part} could not be asked how it is")]
    public static partial void ReportFailed(this ILogger logger, string part, Exception failure);
}
