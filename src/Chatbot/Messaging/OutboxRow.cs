using Chatbot.Channels;

namespace Chatbot.Messaging;

/// <summary>A message in this process's hands.</summary>
internal sealed record OutboxRow(
    long Id, Guid AccountId, Guid ConversationId, Channel Channel, string CitizenId, string Body, string Correlation, int Attempts,
    DateTimeOffset CreatedAt)
{
    /// <summary>See <see cref="OutboxMessage.AsHumanAgent"/>.</summary>
    public bool AsHumanAgent { get; init; }

    /// <summary>An official waits to see what becomes of it.</summary>
    public bool IsAnswer { get; init; }

    public static OutboxRow Of(OutboxMessage m) => Numbered(m, m.Id);

    /// <param name="id">The database gave it; the entity does not know it.</param>
    public static OutboxRow Numbered(OutboxMessage m, long id) =>
        new(id, m.AccountId, m.ConversationId, m.Channel, m.CitizenId, m.Body, m.Correlation, m.Attempts, m.CreatedAt)
        {
            AsHumanAgent = m.AsHumanAgent, IsAnswer = m.AnswerId is not null,
        };
}

/// <summary>What is to be written about a message that this process holds.</summary>
/// <param name="NotBefore">Only for <see cref="OutboxStatus.Planned"/>: when it may be tried again.</param>
internal sealed record Settlement(
    OutboxRow Row, OutboxStatus Status, string? PlatformMessageId = null, string? Reason = null, int? Code = null, DateTimeOffset? NotBefore = null)
{
    /// <summary>It was on its way, so its conversation waits for this to be settled.</summary>
    public bool HadLeft { get; init; }
}
