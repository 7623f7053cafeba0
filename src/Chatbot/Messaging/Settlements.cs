using Chatbot.Channels;

namespace Chatbot.Messaging;

/// <summary>From what a platform said to what is written about the message.</summary>
internal static class Settlements
{
    private const int PatientAttempts = 5;
    private static readonly TimeSpan NoToken = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Restricted = TimeSpan.FromMinutes(10);

    public static Settlement Of(OutboxRow row, SendOutcome outcome, DateTimeOffset now, TimeSpan giveUpAfter) => outcome switch
    {
        SendOutcome.Sent sent => new(row, OutboxStatus.Sent, PlatformMessageId: sent.PlatformMessageId),
        SendOutcome.Unknown unknown => new(row, OutboxStatus.Unknown, Reason: unknown.Why),
        SendOutcome.Throttled throttled => PutOff(row, now, throttled.RetryAfter, "throttled", giveUpAfter),
        SendOutcome.Refused { Reason: RefusalReason.Token } => PutOff(row, now, NoToken, nameof(RefusalReason.Token), giveUpAfter),
        SendOutcome.Refused { Reason: RefusalReason.AccountRestricted } =>
            PutOff(row, now, Restricted, nameof(RefusalReason.AccountRestricted), giveUpAfter),
        SendOutcome.Refused refused => new(row, OutboxStatus.Refused, Reason: refused.Reason.ToString(), Code: refused.PlatformCode),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>A citizen who cannot be reached now is not tried with the rest of the same talk.</summary>
    public static bool EndsTheRest(Settlement settlement) => settlement is
    {
        Status: OutboxStatus.Refused, Reason:
        nameof(RefusalReason.OutsideWindow) or nameof(RefusalReason.CitizenUnreachable) or nameof(RefusalReason.ThreadElsewhere)
    };

    /// <summary>What becomes of a message that followed one which was put off or ended the talk.</summary>
    public static Settlement Following(OutboxRow row, Settlement first) => first.NotBefore is { } until
        ? new(row, OutboxStatus.Planned, Reason: first.Reason, NotBefore: until)
        : new(row, OutboxStatus.Skipped, Reason: first.Reason);

    private static Settlement PutOff(OutboxRow row, DateTimeOffset now, TimeSpan delay, string reason, TimeSpan giveUpAfter) =>
        now - row.CreatedAt > giveUpAfter
            ? new(row, OutboxStatus.Skipped, Reason: "too late: " + reason)
            : new(row, OutboxStatus.Planned, Reason: reason, NotBefore: now + Grown(delay, row.Attempts));

    /// <summary>As long as was asked; who is put off again and again waits longer, at most five minutes.</summary>
    private static TimeSpan Grown(TimeSpan delay, int attempts)
    {
        var grown = delay * Math.Pow(2, Math.Clamp(attempts - PatientAttempts, 0, 10));
        var longest = delay > TimeSpan.FromMinutes(5) ? delay : TimeSpan.FromMinutes(5);
        return grown < longest ? grown : longest;
    }
}
