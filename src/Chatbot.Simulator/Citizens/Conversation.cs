namespace Chatbot.Simulator.Citizens;

/// <summary>Everything between one citizen and one account. Thread-safe; the lock is the conversation's own.</summary>
public abstract class Conversation(Platform platform, string accountId, Citizen citizen, string citizenId, int capacity)
{
    private readonly LinkedList<ChatMessage> messages = new();
    private TaskCompletionSource? changed;

    public Platform Platform { get; } = platform;

    /// <summary>The OA's or the Page's id.</summary>
    public string AccountId { get; } = accountId;

    public Citizen Citizen { get; } = citizen;

    /// <summary>The id the service knows this person by: OA-scoped (Zalo) or PSID (Facebook).</summary>
    public string CitizenId { get; } = citizenId;

    /// <summary>Oldest first; the oldest are dropped above the simulator's mailbox capacity.</summary>
    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (Gate) return [.. messages];
        }
    }

    /// <summary>Messages the service sent, whatever became of older ones.</summary>
    public long ReceivedCount { get; private set; }

    internal Lock Gate { get; } = new();

    internal void Add(ChatMessage message)
    {
        TaskCompletionSource? waiting;
        lock (Gate)
        {
            messages.AddLast(message);
            if (messages.Count > capacity) messages.RemoveFirst();
            if (message.From == ChatSide.Service) ReceivedCount++;
            (waiting, changed) = (changed, null);
        }

        waiting?.TrySetResult();
    }

    /// <summary>Replaces a message, for a reaction or an edit; false when it is no longer kept.</summary>
    internal bool Change(string messageId, Func<ChatMessage, ChatMessage> change, out ChatMessage? result)
    {
        lock (Gate)
        {
            result = null;
            for (var node = messages.Last; node is not null; node = node.Previous)
            {
                if (node.Value.Id != messageId) continue;
                result = node.Value = change(node.Value);
                return true;
            }

            return false;
        }
    }

    internal ChatMessage? Find(string messageId)
    {
        lock (Gate) return messages.LastOrDefault(m => m.Id == messageId);
    }

    /// <summary>Waits, in real time, until the service has sent <paramref name="count"/> messages in all.</summary>
    /// <exception cref="TimeoutException">They did not come within <paramref name="patience"/>.</exception>
    public async Task<IReadOnlyList<ChatMessage>> WaitForAsync(int count, TimeSpan patience, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        while (true)
        {
            Task next;
            lock (Gate)
            {
                if (ReceivedCount >= count) return [.. messages.Where(m => m.From == ChatSide.Service)];
                next = (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new TimeoutException($"{Citizen.Key} received {ReceivedCount} of {count} messages on {Platform} within {patience}.");
            }
        }
    }
}
