namespace Chatbot.Simulator.Faults;

/// <summary>What goes wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>Answer rightly, but only after <see cref="Fault.Delay"/> of real time.</summary>
    Latency,
    /// <summary>Do it, then never answer.</summary>
    TimeoutAfterAccepting,
    /// <summary>Do it, then break the connection: who repeats the call does it twice.</summary>
    ResetAfterAccepting,
    /// <summary>Break the connection and do nothing.</summary>
    ResetBeforeAccepting,
    /// <summary>HTTP 500 with JSON, nothing done.</summary>
    ServerError,
    /// <summary>HTTP 502 with an HTML page, nothing done.</summary>
    HtmlBadGateway,
    /// <summary>HTTP 401 without an envelope, nothing done.</summary>
    Unauthorized,
    /// <summary>Zalo -220; Facebook 190/463.</summary>
    TokenExpired,
    /// <summary>Zalo -216; Facebook 190.</summary>
    TokenInvalid,
    /// <summary>Zalo -32; Facebook 613.</summary>
    RateLimited,
    /// <summary>Zalo -248; Facebook 10/1893063.</summary>
    AccountRestricted,
    /// <summary>Zalo -204; Facebook 190/458.</summary>
    AccountDisabled,
    /// <summary>Zalo -230; Facebook 10/2018278.</summary>
    OutsideWindow,
    /// <summary>Zalo -217; Facebook 551/1545041.</summary>
    CitizenBlocked,
    /// <summary>Do it, but answer with an error: Zalo HTTP 500, as its -200 says that nothing was sent; Facebook 1/1357046.</summary>
    ErrorThoughDelivered,
    /// <summary>HTTP 200 whose body is an error, nothing done. Zalo always answers so; on Facebook it is the rare case.</summary>
    ErrorInsideOk,
    /// <summary>Zalo only: rotate the tokens, then break the connection. The old refresh token is dead.</summary>
    LostRefreshResponse,
}

/// <summary>Which calls a fault is for.</summary>
public enum FaultScope
{
    /// <summary>Calls that send a message.</summary>
    Send,
    /// <summary>Calls to the token endpoint.</summary>
    OAuth,
    /// <summary>All other calls.</summary>
    Other,
    /// <summary>Every call.</summary>
    Any,
}

/// <param name="Delay">Real time, for <see cref="FaultKind.Latency"/> only.</param>
public sealed record Fault(FaultKind Kind, FaultScope Scope, TimeSpan Delay);
