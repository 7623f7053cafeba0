using System.Threading.Channels;
using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Messaging;

/// <summary>Group commit: requests that arrive together wait for one commit together, so that durability does not cost throughput.</summary>
/// <remarks>Dying before the commit: the platform was not answered and delivers again. Dying after it: the rows are there, and the dispatcher finds them.</remarks>
public sealed class Inbox : BackgroundService, IInbox
{
    private const int ToldTogether = 8;
    private static readonly TimeSpan LookUpPause = TimeSpan.FromSeconds(2);

    /// <summary>One a writer; a conversation's events all go to the same one.</summary>
    private readonly Channel<Arrival>[] queues;
    private readonly InboxWriter writer;
    private readonly AccountDirectory accounts;
    private readonly ISecretBox box;
    private readonly PartitionOwner owner;
    private readonly WakeUps wakeUps;
    private readonly TimeProvider clock;
    private readonly MessagingOptions options;
    private readonly MessagingMetrics metrics;
    private readonly ILogger<Inbox> logger;
    private int waiting;
    private long lastLookUp;

    public Inbox(DatabaseInfo database, WriteGate gate, AccountDirectory accounts, ISecretBox box, PartitionOwner owner, WakeUps wakeUps,
        TimeProvider clock, IOptions<MessagingOptions> options, MessagingMetrics metrics, ILogger<Inbox> logger)
    {
        (this.accounts, this.box, this.owner, this.wakeUps, this.clock) = (accounts, box, owner, wakeUps, clock);
        (this.options, this.metrics, this.logger) = (options.Value, metrics, logger);
        writer = new InboxWriter(database, gate, clock);
        var writers = database.Kind == DatabaseKind.PostgreSql ? this.options.InboxWriters : 1;
        queues = [.. Enumerable.Range(0, writers).Select(_ => System.Threading.Channels.Channel.CreateUnbounded<Arrival>())];
        metrics.Watch("chatbot.inbox.waiting", "Events waiting for their commit", () => waiting);
    }

    /// <summary>False after a commit failed and none has succeeded since: the process cannot accept events.</summary>
    public bool CanCommit { get; private set; } = true;

    public int Waiting => waiting;

    public ValueTask<bool> AcceptAsync(IReadOnlyList<RecognisedEvent> events, CancellationToken ct)
    {
        if (events.Count == 0) return ValueTask.FromResult(true);
        var now = Interlocked.Add(ref waiting, events.Count);
        if (now > options.InboxQueue && now > events.Count)
        {
            Interlocked.Add(ref waiting, -events.Count);
            return ValueTask.FromResult(false);
        }
        var lookUp = LookUpNewAccountsAsync(events, ct);
        return new(lookUp.IsCompletedSuccessfully ? CommittedAsync(RowsOf(events)) : CommittedAfterAsync(lookUp, events));
    }

    private async Task<bool> CommittedAfterAsync(ValueTask lookUp, IReadOnlyList<RecognisedEvent> events)
    {
        try
        {
            await lookUp;
        }
        catch
        {
            Interlocked.Add(ref waiting, -events.Count);
            throw;
        }
        return await CommittedAsync(RowsOf(events));
    }

    private Task<bool> CommittedAsync(InboxRow[] rows)
    {
        var first = WriterOf(rows[0]);
        return Array.TrueForAll(rows, row => WriterOf(row) == first) ? CommittedAsync(first, rows) : CommittedInSharesAsync(rows);
    }

    private async Task<bool> CommittedInSharesAsync(InboxRow[] rows)
    {
        var commits = rows.GroupBy(WriterOf).Select(share => CommittedAsync(share.Key, [.. share]));
        return Array.TrueForAll(await Task.WhenAll(commits), committed => committed);
    }

    private int WriterOf(InboxRow row) => row.Partition % queues.Length;

    private Task<bool> CommittedAsync(int writer, InboxRow[] rows)
    {
        var arrival = new Arrival(rows);
        if (queues[writer].Writer.TryWrite(arrival)) return arrival.Committed.Task;
        Interlocked.Add(ref waiting, -rows.Length);
        return Task.FromResult(false);
    }

    /// <summary>On the way out everything that waits is still written.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in queues) queue.Writer.TryComplete();
        if (ExecuteTask is { } work) await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(queues.Select(queue => Task.Run(() => WriteAsync(queue.Reader), CancellationToken.None)));

    private async Task WriteAsync(ChannelReader<Arrival> arrivals)
    {
        var batch = new List<Arrival>();
        var rows = new List<InboxRow>();
        while (await arrivals.WaitToReadAsync())
        {
            while (rows.Count < options.InboxBatch && arrivals.TryRead(out var arrival))
            {
                batch.Add(arrival);
                rows.AddRange(arrival.Rows);
            }
            await CommitAsync(batch, rows);
            Interlocked.Add(ref waiting, -rows.Count);
            batch.Clear();
            rows.Clear();
        }
    }

    private async Task CommitAsync(List<Arrival> batch, List<InboxRow> rows)
    {
        try
        {
            await WriteAsync(rows);
            Tell(batch, committed: true);
        }
        catch (Exception error) when (batch.Count > 1 && !Outage.Is(error))
        {
            // One event that the database cannot hold must not turn its neighbours away.
            foreach (var arrival in batch) await CommitAsync([arrival], [.. arrival.Rows]);
        }
        catch (Exception error)
        {
            // Whatever it is, the writer lives on: it is the only way in.
            CanCommit = !Outage.Is(error);
            logger.InboxFailed(error, rows.Count);
            Tell(batch, committed: false);
        }
    }

    /// <summary>Answers are written by other threads, a handful each: one by one the hand-over would cost as much as an answer.</summary>
    private static void Tell(List<Arrival> batch, bool committed)
    {
        foreach (var share in batch.Chunk(ToldTogether))
            ThreadPool.UnsafeQueueUserWorkItem(arrivals => Array.ForEach(arrivals, arrival => arrival.Committed.SetResult(committed)), share, preferLocal: false);
    }

    private async Task WriteAsync(List<InboxRow> rows)
    {
        var pending = rows.Where(row => row.IsPending).Select(row => row.Partition).ToHashSet();
        var elsewhere = pending.Where(partition => !owner.Owns(partition)).ToList();
        if (rows.Count > 0) await writer.WriteAsync(rows, elsewhere, CancellationToken.None);
        CanCommit = true;
        metrics.Stored(rows.Count);
        foreach (var partition in pending) wakeUps.Wake(partition);
    }

    /// <summary>An account that is not known may have been connected by another process a moment ago; strangers cost one look in two seconds.</summary>
    private async ValueTask LookUpNewAccountsAsync(IReadOnlyList<RecognisedEvent> events, CancellationToken ct)
    {
        foreach (var inbound in events)
        {
            if (accounts.Find(inbound.Channel, inbound.AccountId) is not null) continue;
            var last = Interlocked.Read(ref lastLookUp);
            if (clock.GetElapsedTime(last) < LookUpPause || Interlocked.CompareExchange(ref lastLookUp, clock.GetTimestamp(), last) != last) return;
            try
            {
                await accounts.RefreshAsync(ct);
            }
            catch (Exception error) when (Outage.Is(error))
            {
                logger.InboxFailed(error, events.Count);   // the commit that follows tells the platform
            }
            return;
        }
    }

    private InboxRow[] RowsOf(IReadOnlyList<RecognisedEvent> events)
    {
        var rows = new InboxRow[events.Count];
        var notServed = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var account = accounts.Find(events[i].Channel, events[i].AccountId)?.Row;
            if (account is null) notServed++;
            rows[i] = RowOf(events[i], account);
        }
        if (notServed > 0) logger.AccountNotServed(notServed, events[0].Channel);
        return rows;
    }

    private InboxRow RowOf(RecognisedEvent inbound, ChannelAccount? account) => new(
        account?.UnitId ?? Unit.RootId, account?.Id, inbound.Channel == Channels.Channel.Zalo ? "Zalo" : "Facebook", inbound.AccountId,
        inbound.Key, inbound.Kind, inbound.CitizenId, Partitions.Of(inbound.AccountId, inbound.CitizenId), inbound.OccurredAt,
        clock.GetUtcNow(), account is not null && inbound.IsActedOn ? nameof(EventStatus.Pending) : nameof(EventStatus.Recorded),
        box.Protect(inbound.Body.Span));

    private sealed record Arrival(InboxRow[] Rows)
    {
        /// <summary>What waits for it goes on in the thread that tells it; never the writer's own.</summary>
        public TaskCompletionSource<bool> Committed { get; } = new();
    }
}
