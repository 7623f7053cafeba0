using Microsoft.Extensions.Logging;

namespace Chatbot.LanguageModel;

/// <summary>How the model does; neither questions nor answers.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The language model gave no advice: {Failure}")]
    public static partial void ModelFailed(this ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The breaker before the language model is {State}")]
    public static partial void ModelBreakerChanged(this ILogger logger, string state);
}
