namespace Chatbot.Messaging;

/// <summary>One event, ready to be written.</summary>
internal sealed record InboxRow(
    Guid UnitId, Guid? AccountId, string Channel, string PlatformAccountId, string EventKey, string Kind, string CitizenId,
    int Partition, DateTimeOffset OccurredAt, DateTimeOffset ReceivedAt, string Status, byte[] Body)
{
    public bool IsPending => Status == nameof(EventStatus.Pending);
}
