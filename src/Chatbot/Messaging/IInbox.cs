using Chatbot.Channels;

namespace Chatbot.Messaging;

/// <summary>Where verified webhook events enter: stored once, then answered 200.</summary>
public interface IInbox
{
    /// <summary>Completes when every event is committed (or was stored before).</summary>
    /// <returns>False: the queue is full or the database does not answer; the platform is asked to deliver again (503).</returns>
    ValueTask<bool> AcceptAsync(IReadOnlyList<RecognisedEvent> events, CancellationToken ct);
}
