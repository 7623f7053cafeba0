namespace Chatbot.Web.Console.Catalogue;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {RunId} broke off")]
    public static partial void ImportBroken(this ILogger logger, Exception error, Guid runId);
}
