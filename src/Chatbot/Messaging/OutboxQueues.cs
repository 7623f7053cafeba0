using System.Threading.Channels;

namespace Chatbot.Messaging;

/// <summary>Messages in this process's hands, by conversation: at most one of a conversation is on its way.</summary>
internal sealed class OutboxQueues(TimeProvider clock, int room)
{
    private readonly Dictionary<Guid, ConversationQueue> conversations = [];
    private readonly Dictionary<Channels.Channel, Channel<OutboxRow>> ready =
        Enum.GetValues<Channels.Channel>().ToDictionary(channel => channel, _ => Channel.CreateUnbounded<OutboxRow>());

    private readonly Lock changing = new();
    private TaskCompletionSource hasRoom = Completed();
    private int count;

    /// <summary>Messages that may leave now on one platform: a slow one does not hold up the other.</summary>
    public ChannelReader<OutboxRow> Ready(Channels.Channel channel) => ready[channel].Reader;

    public int Count => Volatile.Read(ref count);

    public Task WaitForRoomAsync(CancellationToken ct)
    {
        lock (changing) return hasRoom.Task.WaitAsync(ct);
    }

    /// <returns>Not null: the conversation is put off until then, and the message was not taken in.</returns>
    public DateTimeOffset? Add(OutboxRow row)
    {
        lock (changing)
        {
            if (!conversations.TryGetValue(row.ConversationId, out var queue)) conversations[row.ConversationId] = queue = new();
            if (queue.DeferredUntil is { } until) return until;
            queue.Add(row);
            if (++count >= room && hasRoom.Task.IsCompleted) hasRoom = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!queue.IsBusy) Start(queue);
            return null;
        }
    }

    /// <summary>The message is settled; the next of its conversation may leave.</summary>
    /// <param name="deferredUntil">Not null: it was put off, and so is all that follows it.</param>
    /// <param name="endsTheRest">What follows it has no sense any more.</param>
    /// <returns>The messages that follow and are not sent now.</returns>
    public List<OutboxRow> Finish(OutboxRow row, DateTimeOffset? deferredUntil, bool endsTheRest)
    {
        lock (changing)
        {
            Leave(1);
            if (!conversations.TryGetValue(row.ConversationId, out var queue)) return [];
            queue.IsBusy = false;
            queue.DeferredUntil = deferredUntil;
            var rest = deferredUntil is not null || endsTheRest ? queue.TakeAll() : [];
            Leave(rest.Count);
            Start(queue);
            if (queue.IsIdle) conversations.Remove(row.ConversationId);
            return rest;
        }
    }

    /// <summary>Something older of this conversation waits in the database: what is new goes behind it.</summary>
    public void Defer(Guid conversation, DateTimeOffset until)
    {
        lock (changing)
        {
            if (!conversations.TryGetValue(conversation, out var queue)) conversations[conversation] = queue = new();
            queue.DeferredUntil = until;
        }
    }

    /// <summary>A message that was put off and has been claimed again: the time of its conversation has come.</summary>
    public void AddDue(OutboxRow row)
    {
        lock (changing)
        {
            if (conversations.TryGetValue(row.ConversationId, out var queue)) queue.DeferredUntil = null;
        }
        Add(row);
    }

    /// <summary>Conversations whose time has come and that have nothing waiting in the database may send again.</summary>
    public void EndDeferrals()
    {
        lock (changing)
        {
            var now = clock.GetUtcNow();
            foreach (var (id, queue) in conversations.Where(c => c.Value.DeferredUntil <= now).ToList())
            {
                queue.DeferredUntil = null;
                if (queue.IsIdle) conversations.Remove(id);
            }
        }
    }

    /// <returns>How long to wait before looking for due messages, at most <paramref name="atMost"/>.</returns>
    public TimeSpan UntilNextDue(TimeSpan atMost)
    {
        lock (changing)
        {
            var next = conversations.Values.Min(queue => queue.DeferredUntil) - clock.GetUtcNow();
            return next is { } wait && wait < atMost ? (wait > TimeSpan.FromMilliseconds(10) ? wait : TimeSpan.FromMilliseconds(10)) : atMost;
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
            Leave(rows.Count);
            return rows;
        }
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
