namespace Chatbot.Simulator.Webhooks;

/// <summary>What became of an event's first attempt; retries follow on the simulator's clock.</summary>
/// <param name="MessageId">The platform's id of the message, empty for events without one.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Status">The receiver's HTTP status; null: it did not answer or was not asked.</param>
public sealed record WebhookDelivery(string MessageId, DeliveryOutcome Outcome, int? Status)
{
    public bool IsAcknowledged => Outcome == DeliveryOutcome.Acknowledged;
}

public enum DeliveryOutcome
{
    /// <summary>200 within the deadline.</summary>
    Acknowledged,
    /// <summary>Any other answer, a late one or none; the platform will try again by its rules.</summary>
    Failed,
    /// <summary>Kept back by a test until it is released.</summary>
    Held,
    /// <summary>The platform does not send it: no target, webhook disabled, field not subscribed, or filtered.</summary>
    NotSent,
}
