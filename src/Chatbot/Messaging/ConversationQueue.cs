namespace Chatbot.Messaging;

/// <summary>Messages of one conversation leave one after the other.</summary>
internal sealed class ConversationQueue
{
    private readonly Queue<OutboxRow> rows = new();

    /// <summary>A message of it is on its way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Older messages of it wait in the database until then, and what is new goes behind them; null: nothing waits there.</summary>
    public Deferral? Deferral { get; set; }

    /// <summary>Messages of it that are being given back to the database: what is new goes behind them too.</summary>
    public int Returning { get; set; }

    public bool IsIdle => rows.Count == 0 && !IsBusy && Deferral is null && Returning == 0;

    public void Add(OutboxRow row) => rows.Enqueue(row);

    public OutboxRow? Next() => rows.TryDequeue(out var row) ? row : null;

    public List<OutboxRow> TakeAll()
    {
        var all = rows.ToList();
        rows.Clear();
        return all;
    }
}

/// <param name="Number">Later ones are higher: a look into the database that began before it says nothing about it.</param>
/// <param name="Partition">Not null: of a share that was just taken; only a look at that share says anything about it.</param>
internal sealed record Deferral(DateTimeOffset Until, long Number, int? Partition);
