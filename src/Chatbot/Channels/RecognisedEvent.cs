namespace Chatbot.Channels;

/// <summary>One platform event as it is recognised at the edge: enough to store it once and to route it, nothing understood yet.</summary>
/// <param name="AccountId">Platform id of the OA or Page it is for; empty when the body names none.</param>
/// <param name="Key">Unique within channel and account: the same event delivered again has the same key, another event on the same message has another.</param>
/// <param name="Kind">The platform's own name of the event kind (<c>user_send_text</c>, <c>message</c>, <c>delivery</c> …).</param>
/// <param name="CitizenId">Platform id of the citizen; empty for events about the account itself.</param>
/// <param name="Body">The raw bytes of this event alone.</param>
public sealed record RecognisedEvent(
    Channel Channel, string AccountId, string Key, string Kind, string CitizenId, DateTimeOffset OccurredAt, ReadOnlyMemory<byte> Body)
{
    /// <summary>False: stored as such, and nobody acts on it (group messages, labels, calls, unknown kinds).</summary>
    public bool IsActedOn { get; init; } = true;
}
