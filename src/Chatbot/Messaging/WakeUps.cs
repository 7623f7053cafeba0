using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Chatbot.Messaging;

/// <summary>Immediate wake-ups inside the process: a commit signals the loop that works on it, nobody polls by the second.</summary>
public sealed class WakeUps
{
    private readonly Channel<bool>[] lanes;
    private readonly Channel<bool> outbox = NewSignal();

    public WakeUps(IOptions<MessagingOptions> options) =>
        lanes = [.. Enumerable.Range(0, options.Value.Lanes).Select(_ => NewSignal())];

    public int LaneOf(int partition) => partition % lanes.Length;

    /// <summary>An event of this share is waiting.</summary>
    public void Wake(int partition) => lanes[LaneOf(partition)].Writer.TryWrite(true);

    public void WakeAll()
    {
        foreach (var lane in lanes) lane.Writer.TryWrite(true);
        WakeOutbox();
    }

    /// <summary>A planned message may be due.</summary>
    public void WakeOutbox() => outbox.Writer.TryWrite(true);

    public Task WaitAsync(int lane, TimeSpan atMost, CancellationToken ct) => WaitAsync(lanes[lane], atMost, ct);

    public Task WaitForOutboxAsync(TimeSpan atMost, CancellationToken ct) => WaitAsync(outbox, atMost, ct);

    private static async Task WaitAsync(Channel<bool> signal, TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await signal.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The time to sweep has come.
        }
    }

    private static Channel<bool> NewSignal() =>
        System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
}
