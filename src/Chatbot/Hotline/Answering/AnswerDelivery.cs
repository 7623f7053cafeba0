using Chatbot.Channels;
using Chatbot.Messaging;

namespace Chatbot.Hotline.Answering;

/// <summary>How far an answer came, from the outbox messages that carry it: the least advanced one counts.</summary>
/// <param name="Reason">Why it failed or is unknown, our word for it; null otherwise.</param>
/// <param name="MayRetry">The platform certainly did not deliver it, and trying again may help.</param>
public sealed record AnswerDelivery(DeliveryState State, DateTimeOffset? At, string? Reason, bool MayRetry)
{
    private static readonly string[] Hopeless =
        [nameof(RefusalReason.CitizenUnreachable), nameof(RefusalReason.ContentRefused), nameof(RefusalReason.OutsideWindow)];

    public static AnswerDelivery Of(IReadOnlyCollection<OutboxMessage> parts)
    {
        if (parts.Count == 0) return new(DeliveryState.NotSent, null, null, false);
        if (parts.FirstOrDefault(p => p.Status is OutboxStatus.Refused or OutboxStatus.Skipped) is { } failed)
            return new(DeliveryState.Failed, null, failed.Reason, !Hopeless.Contains(failed.Reason));
        if (parts.FirstOrDefault(p => p.Status == OutboxStatus.Unknown) is { } unknown) return new(DeliveryState.Unknown, null, unknown.Reason, false);
        if (parts.Any(p => p.Status != OutboxStatus.Sent)) return new(DeliveryState.OnItsWay, null, null, false);
        if (parts.All(p => p.SeenAt is not null)) return new(DeliveryState.Seen, parts.Max(p => p.SeenAt), null, false);
        if (parts.All(p => p.DeliveredAt is not null || p.SeenAt is not null)) return new(DeliveryState.Delivered, parts.Max(p => p.DeliveredAt), null, false);
        return new(DeliveryState.Sent, parts.Max(p => p.SentAt), null, false);
    }
}

/// <summary>Unknown: it may have arrived; nobody knows, and it is not sent again.</summary>
public enum DeliveryState { NotSent, OnItsWay, Sent, Delivered, Seen, Failed, Unknown }
