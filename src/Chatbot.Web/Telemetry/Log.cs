namespace Chatbot.Web.Telemetry;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Metrics every {Every} and {Share:P0} of the traces are sent over OTLP")]
    public static partial void Exporting(this ILogger logger, double share, TimeSpan every);
}
