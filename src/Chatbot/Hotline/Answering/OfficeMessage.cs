using Chatbot.Messaging;

namespace Chatbot.Hotline.Answering;

/// <summary>Something that the office says into a talk: an outbox message that answers no event.</summary>
internal static class OfficeMessage
{
    public static OutboxMessage Plan(Conversation talk, string body, DateTimeOffset now, Guid? answer = null, bool asHumanAgent = false) => new()
    {
        UnitId = talk.UnitId, AccountId = talk.AccountId, ConversationId = talk.Id, Channel = talk.Channel, CitizenId = talk.CitizenId,
        Partition = talk.Partition, Body = body, Correlation = Guid.CreateVersion7().ToString("N"), Status = OutboxStatus.Planned,
        NotBefore = now, CreatedAt = now, AnswerId = answer, AsHumanAgent = asHumanAgent,
    };
}
