using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Chatbot.Channels;

/// <summary>What a call that never brought an answer means for the message in it.</summary>
public static class TransportFailures
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(5);

    /// <returns>Throttled when the message certainly did not leave, Unknown when it may have; null: not a failure of transport but a bug.</returns>
    public static SendOutcome? Outcome(Exception failure) => failure switch
    {
        BrokenCircuitException broken => new SendOutcome.Throttled(broken.RetryAfter ?? Reconnect),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => new SendOutcome.Throttled(Reconnect),
        TimeoutRejectedException => new SendOutcome.Unknown("time-out"),
        OperationCanceledException { InnerException: TimeoutException } => new SendOutcome.Unknown("time-out"),   // a client's own limit
        HttpRequestException request => new SendOutcome.Unknown("connection: " + request.HttpRequestError),
        _ => null,
    };
}
