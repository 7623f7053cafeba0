namespace Chatbot.Messaging;

/// <summary>Messages of one conversation leave one after the other.</summary>
internal sealed class ConversationQueue
{
    private readonly Queue<OutboxRow> rows = new();

    /// <summary>A message of it is on its way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Nothing of it is sent before; null: now.</summary>
    public DateTimeOffset? DeferredUntil { get; set; }

    public bool IsIdle => rows.Count == 0 && !IsBusy && DeferredUntil is null;

    public void Add(OutboxRow row) => rows.Enqueue(row);

    public OutboxRow? Next() => rows.TryDequeue(out var row) ? row : null;

    public List<OutboxRow> TakeAll()
    {
        var all = rows.ToList();
        rows.Clear();
        return all;
    }
}
