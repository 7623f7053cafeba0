using System.Threading.Channels;

namespace Chatbot.Messaging;

/// <summary>Messages in this process's hands, by conversation: at most one of a conversation is on its way.</summary>
/// <param name="room">Messages above which <see cref="WaitForRoomAsync"/> waits.</param>
/// <param name="lookSooner">Called when the database should be looked at before the time that <see cref="UntilNextDue"/> gave.</param>
internal sealed class OutboxQueues(TimeProvider clock, int room, Action lookSooner)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<Guid, ConversationQueue> conversations = [];
    private readonly Dictionary<Channels.Channel, Channel<OutboxRow>> ready =
        Enum.GetValues<Channels.Channel>().ToDictionary(channel => channel, _ => Channel.CreateUnbounded<OutboxRow>());

    private readonly HashSet<long> held = [];
    private readonly Lock changing = new();
    private DateTimeOffset nextLook = DateTimeOffset.MaxValue;
    private long deferrals;
    private TaskCompletionSource hasRoom = Completed();
    private int count;

    /// <summary>Messages that may leave now on one platform: a slow one does not hold up the other.</summary>
    public ChannelReader<OutboxRow> Ready(Channels.Channel channel) => ready[channel].Reader;

    public int Count => Volatile.Read(ref count);

    public Task WaitForRoomAsync(CancellationToken ct)
    {
        lock (changing) return hasRoom.Task.WaitAsync(ct);
    }

    /// <summary>The message is in this process's hands, or on its way back from them to the database.</summary>
    public bool Holds(long id)
    {
        lock (changing) return held.Contains(id);
    }

    /// <returns>Not null: older messages of its conversation wait in the database until then. It must be given back to wait behind them, and <see cref="Returned"/> told.</returns>
    public DateTimeOffset? Add(OutboxRow row)
    {
        lock (changing)
        {
            if (!held.Add(row.Id)) return null;
            var queue = QueueOf(row.ConversationId);
            return TakeOrRefuse(queue, row, queue.Deferral?.Until ?? (queue.Returning > 0 ? clock.GetUtcNow() : null));
        }
    }

    /// <summary>A message that waited in the database and has been claimed: its turn comes before all that is new.</summary>
    /// <returns>Not null: its conversation has been put off further meanwhile; see <see cref="Add"/>.</returns>
    public DateTimeOffset? AddDue(OutboxRow row, DateTimeOffset claimedAt)
    {
        lock (changing)
        {
            if (!held.Add(row.Id)) return null;
            var queue = QueueOf(row.ConversationId);
            return TakeOrRefuse(queue, row, queue.Deferral is { } deferral && deferral.Until > claimedAt ? deferral.Until : null);
        }
    }

    /// <summary>The message is settled; the next of its conversation may leave.</summary>
    /// <param name="deferredUntil">Not null: it was put off, and so is all that follows it.</param>
    /// <param name="endsTheRest">What follows it has no sense any more.</param>
    /// <returns>The messages that follow and are not sent now; <see cref="Returned"/> is told when that is written.</returns>
    public List<OutboxRow> Finish(OutboxRow row, DateTimeOffset? deferredUntil, bool endsTheRest)
    {
        lock (changing)
        {
            held.Remove(row.Id);
            Leave(1);
            if (!conversations.TryGetValue(row.ConversationId, out var queue)) return [];
            queue.IsBusy = false;
            if (deferredUntil is { } until) Defer(queue, until, partition: null);
            var rest = deferredUntil is not null || endsTheRest ? queue.TakeAll() : [];
            Leave(rest.Count);
            queue.Returning += rest.Count;
            Start(queue);
            Forget(row.ConversationId, queue);
            return rest;
        }
    }

    /// <summary>A message that did not leave stands in the database again.</summary>
    /// <param name="until">When it may be tried again; null: never.</param>
    public void Returned(OutboxRow row, DateTimeOffset? until)
    {
        lock (changing)
        {
            held.Remove(row.Id);
            if (!conversations.TryGetValue(row.ConversationId, out var queue)) return;
            queue.Returning--;
            if (until is { } time) Defer(queue, queue.Deferral is { } known && known.Until < time ? known.Until : time, queue.Deferral?.Partition);
            Forget(row.ConversationId, queue);
        }
    }

    /// <summary>Of a share that was just taken: something older of this conversation waits in the database.</summary>
    public void Defer(Guid conversation, DateTimeOffset until, int partition)
    {
        lock (changing) Defer(QueueOf(conversation), until, partition);
    }

    /// <summary>Begins a look into the database for messages whose time has come.</summary>
    public long BeginLook()
    {
        lock (changing) return deferrals;
    }

    /// <summary>A look found everything that was due at its time: conversations for which nothing waits any more may send again.</summary>
    /// <param name="look">From <see cref="BeginLook"/>, before the database was asked.</param>
    /// <param name="isOver">Whether the look says something about a share that was just taken: it was among those looked at, or is lost again.</param>
    public void EndDeferrals(long look, DateTimeOffset time, Func<int, bool> isOver)
    {
        lock (changing)
        {
            foreach (var (id, queue) in conversations.Where(c => IsOver(c.Value)).ToList())
            {
                queue.Deferral = null;
                Forget(id, queue);
            }
        }

        bool IsOver(ConversationQueue queue) => queue is { Deferral: { } deferral, Returning: 0 } && deferral.Until <= time && deferral.Number <= look
            && (deferral.Partition is not { } partition || isOver(partition));
    }

    /// <returns>How long to wait before looking for due messages, at most <paramref name="atMost"/>.</returns>
    public TimeSpan UntilNextDue(TimeSpan atMost)
    {
        lock (changing)
        {
            var now = clock.GetUtcNow();
            var next = conversations.Values.Where(queue => queue.Returning == 0).Min(queue => queue.Deferral?.Until) - now;
            var wait = next is { } until && until < atMost ? (until > Soon ? until : Soon) : atMost;
            nextLook = now + wait;
            return wait;
        }
    }

    /// <summary>Everything that has not left yet.</summary>
    public List<OutboxRow> TakeAll()
    {
        lock (changing)
        {
            var rows = new List<OutboxRow>();
            foreach (var channel in ready.Values)
                while (channel.Reader.TryRead(out var row)) rows.Add(row);
            foreach (var queue in conversations.Values) rows.AddRange(queue.TakeAll());
            foreach (var row in rows) QueueOf(row.ConversationId).Returning++;
            Leave(rows.Count);
            return rows;
        }
    }

    private ConversationQueue QueueOf(Guid conversation)
    {
        if (!conversations.TryGetValue(conversation, out var queue)) conversations[conversation] = queue = new();
        return queue;
    }

    /// <param name="until">Not null: the message has to wait behind others; it is given back.</param>
    private DateTimeOffset? TakeOrRefuse(ConversationQueue queue, OutboxRow row, DateTimeOffset? until)
    {
        if (until is null) Take(queue, row);
        else queue.Returning++;
        return until;
    }

    private void Take(ConversationQueue queue, OutboxRow row)
    {
        queue.Add(row);
        if (++count >= room && hasRoom.Task.IsCompleted) hasRoom = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!queue.IsBusy) Start(queue);
    }

    private void Defer(ConversationQueue queue, DateTimeOffset until, int? partition)
    {
        queue.Deferral = new Deferral(until, ++deferrals, partition);
        if (until >= nextLook) return;
        nextLook = until;
        lookSooner();
    }

    private void Forget(Guid conversation, ConversationQueue queue)
    {
        if (queue.IsIdle) conversations.Remove(conversation);
    }

    private void Start(ConversationQueue queue)
    {
        if (queue.Next() is not { } next) return;
        queue.IsBusy = true;
        ready[next.Channel].Writer.TryWrite(next);
    }

    private void Leave(int rows)
    {
        count -= rows;
        if (count < room) hasRoom.TrySetResult();
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
