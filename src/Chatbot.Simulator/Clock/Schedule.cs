namespace Chatbot.Simulator.Clock;

/// <summary>What the platforms do later: retries, receipts, reviews. Runs on the simulator's clock.</summary>
public sealed class Schedule : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private readonly SimulatorClock clock;
    private readonly Action<Exception> onFailure;
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset Due, long Order)> waiting = new();
    private readonly Lock gate = new();
    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly HashSet<Task> running = [];
    private readonly Task loop;
    private long order;

    public Schedule(SimulatorClock clock, Action<Exception> onFailure)
    {
        this.clock = clock;
        this.onFailure = onFailure;
        loop = RunAsync(stopping.Token);
    }

    public void After(TimeSpan delay, Func<CancellationToken, Task> action) => At(clock.GetUtcNow() + delay, action);

    public void At(DateTimeOffset due, Func<CancellationToken, Task> action)
    {
        lock (gate)
        {
            waiting.Enqueue(action, (due, order++));
            if (wake.CurrentCount == 0) wake.Release();
        }
    }

    /// <summary>Moves the clock forward, stopping at every due moment on the way and waiting until what was due there is done.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        var target = clock.GetUtcNow() + by;
        await turn.WaitAsync(ct);
        try
        {
            await QuietAsync();
            while (NextDue() is { } due && due <= target)
            {
                clock.MoveTo(due);
                StartDue(due);
                await QuietAsync();
            }

            clock.MoveTo(target);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await loop;
        stopping.Dispose();
        wake.Dispose();
        turn.Dispose();
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await wake.WaitAsync(UntilNext(), ct);
                await turn.WaitAsync(ct);
                StartDue(clock.GetUtcNow());   // not awaited: one slow receiver must not hold up everybody's receipts
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    private TimeSpan UntilNext()
    {
        if (clock.IsFrozen || NextDue() is not { } due) return LongestWait;
        var wait = due - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait + TimeSpan.FromMilliseconds(1);
    }

    private DateTimeOffset? NextDue()
    {
        lock (gate) return waiting.TryPeek(out _, out var next) ? next.Due : null;
    }

    private void StartDue(DateTimeOffset now)
    {
        lock (gate)
        {
            while (waiting.TryPeek(out var action, out var next) && next.Due <= now)
            {
                waiting.Dequeue();
                var task = GuardedAsync(action);
                running.Add(task);
                task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private void Forget(Task task)
    {
        lock (gate) running.Remove(task);
    }

    private async Task QuietAsync()
    {
        while (true)
        {
            Task[] busy;
            lock (gate) busy = [.. running.Where(t => !t.IsCompleted)];
            if (busy.Length == 0) return;
            await Task.WhenAll(busy);
        }
    }

    private async Task GuardedAsync(Func<CancellationToken, Task> action)
    {
        try
        {
            await Task.Yield();   // leaves the lock of StartDue before the action schedules anything itself
            await action(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            onFailure(failure);
        }
    }
}
