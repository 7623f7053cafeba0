namespace Chatbot.Web.Jobs;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; it runs again at its next time")]
    public static partial void JobFailed(this ILogger logger, Exception error, string job);
}
