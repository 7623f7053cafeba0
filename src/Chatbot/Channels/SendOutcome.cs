namespace Chatbot.Channels;

/// <summary>What became of one send. Exceptions mean a bug; everything that a platform or a network can do is one of these.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    public sealed record Sent(string PlatformMessageId) : SendOutcome;

    /// <summary>Certainly not delivered; may be tried again after the delay.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : SendOutcome;

    /// <summary>Certainly not delivered, and trying the same again does not help.</summary>
    /// <param name="PlatformCode">The platform's number; 0 when it gave none.</param>
    public sealed record Refused(RefusalReason Reason, int PlatformCode) : SendOutcome;

    /// <summary>May or may not have been delivered (time-out, broken connection, unreadable answer): never sent again on its own.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}

public enum RefusalReason
{
    /// <summary>The platform's time to answer this citizen is over.</summary>
    OutsideWindow,

    /// <summary>Blocked, deleted, banned or unknown to the platform.</summary>
    CitizenUnreachable,

    /// <summary>No valid token; a person may have to authorise again.</summary>
    Token,

    /// <summary>The account may not send at all for now.</summary>
    AccountRestricted,

    /// <summary>The message itself is wrong: our defect, or against the platform's policy.</summary>
    ContentRefused,

    /// <summary>The account lacks a right, a package or money for this kind of message.</summary>
    NotPermitted,

    /// <summary>Another app holds the thread.</summary>
    ThreadElsewhere,
}
