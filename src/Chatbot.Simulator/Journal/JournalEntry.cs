namespace Chatbot.Simulator.Journal;

public enum JournalKind
{
    /// <summary>A call from the service to a platform.</summary>
    Call,
    /// <summary>A webhook from a platform to the service.</summary>
    Webhook,
    /// <summary>Something a person would see in the platform's console: webhook disabled, page unsubscribed, a broken simulator.</summary>
    Notice,
}

/// <summary>One thing that happened, in order.</summary>
/// <param name="Status">HTTP status given or received; null: no answer.</param>
/// <param name="Detail">For a call its answer, for a webhook why it failed, for a notice its text.</param>
public sealed record JournalEntry(
    long Sequence, DateTimeOffset At, JournalKind Kind, Platform Platform, string Method, string Target, string Body, int? Status, string Detail)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
