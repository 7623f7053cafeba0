using Chatbot.Persistence;

namespace Chatbot.Messaging;

/// <summary>Somebody who sends to citizens beside the outbox and wants to hear what became of it.</summary>
public interface ISentElsewhere
{
    /// <summary>Applies receipts and echoes inside the batch's transaction.</summary>
    /// <returns>Correlations and message ids that are its own; nobody else looks for them.</returns>
    Task<IReadOnlySet<string>> ApplyAsync(ChatbotDb db, ReceiptSet receipts, DateTimeOffset now, CancellationToken ct);
}

/// <param name="Delivered">Message ids of the platform.</param>
/// <param name="Seen">Message ids of the platform.</param>
/// <param name="Watermarks">Everything sent in the conversation up to then was delivered, or seen.</param>
/// <param name="Echoes">Messages that came back with our own mark.</param>
/// <param name="BareEchoes">Messages that came back without one.</param>
public sealed record ReceiptSet(
    IReadOnlyList<string> Delivered, IReadOnlyList<string> Seen, IReadOnlyList<(Guid Conversation, bool Seen, DateTimeOffset Until)> Watermarks,
    IReadOnlyList<(string Correlation, string MessageId)> Echoes, IReadOnlyList<(Guid Conversation, string MessageId)> BareEchoes);
