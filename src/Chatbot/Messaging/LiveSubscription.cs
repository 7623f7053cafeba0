using System.Threading.Channels;

namespace Chatbot.Messaging;

/// <summary>One open page. Many changes while it is busy are one.</summary>
public sealed class LiveSubscription : IDisposable
{
    private readonly Channel<bool> signal = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<LiveChange> about;
    private readonly Action<LiveSubscription> forget;

    internal LiveSubscription(IEnumerable<LiveChange> about, Action<LiveSubscription> forget) => (this.about, this.forget) = ([.. about], forget);

    /// <summary>Returns when something has changed since the last time, or after this time.</summary>
    /// <returns>False: only the time has passed.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            return await signal.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => forget(this);

    internal void Tell(LiveChange change)
    {
        if (change.Subject == LiveSubject.Everything || about.Contains(change)) signal.Writer.TryWrite(true);
    }
}
