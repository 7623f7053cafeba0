using System.Threading.Channels;
using Chatbot.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Messaging;

/// <summary>Sends claimed messages: marks a set, sends many at once, settles a set. Messages of one conversation keep their order.</summary>
/// <remarks>Dying before the mark leaves rows claimed: they are given back. Dying after it leaves them sending: they become unknown and are never sent again.</remarks>
internal sealed class OutboxPump : BackgroundService
{
    private readonly OutboxQueues queues;
    private readonly OutboxStore store;
    private readonly IReadOnlyDictionary<Channels.Channel, IChannelSender> senders;
    private readonly WakeUps wakeUps;
    private readonly TimeProvider clock;
    private readonly MessagingOptions options;
    private readonly MessagingMetrics metrics;
    private readonly ILogger<OutboxPump> logger;
    private readonly IReadOnlyDictionary<Channels.Channel, SemaphoreSlim> slots;
    private readonly PartitionOwner owner;
    private DateTimeOffset nextLookForLost;
    private readonly Channel<Settlement> settled = System.Threading.Channels.Channel.CreateUnbounded<Settlement>();

    public OutboxPump(OutboxStore store, IEnumerable<IChannelSender> senders, PartitionOwner owner, WakeUps wakeUps, TimeProvider clock,
        IOptions<MessagingOptions> options, MessagingMetrics metrics, ILogger<OutboxPump> logger)
    {
        (this.owner, this.store, this.wakeUps, this.clock, this.options, this.metrics, this.logger) = (owner, store, wakeUps, clock, options.Value, metrics, logger);
        this.senders = senders.ToDictionary(sender => sender.Channel);
        queues = new OutboxQueues(clock, this.options.OutboxQueue, wakeUps.WakeOutbox);
        slots = this.senders.Keys.ToDictionary(channel => channel, _ => new SemaphoreSlim(this.options.SendsInFlight));
        metrics.Watch("chatbot.outbox.waiting", "Messages in this process's hands", () => queues.Count);
    }

    public int Waiting => queues.Count;

    /// <summary>Backpressure: the dispatcher waits while the platforms are slower than the citizens.</summary>
    public Task WaitForRoomAsync(CancellationToken ct) => queues.WaitForRoomAsync(ct);

    /// <summary>Messages that this process has just claimed, in the order of their conversations.</summary>
    public void Accept(IReadOnlyList<OutboxRow> messages)
    {
        foreach (var row in messages)
            if (queues.Add(row) is { } until) GiveBack(row, until);
    }

    private void GiveBack(OutboxRow row, DateTimeOffset until) => settled.Writer.TryWrite(new Settlement(row, OutboxStatus.Planned, NotBefore: until));

    public override void Dispose()
    {
        foreach (var channel in slots.Values) channel.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settling = Task.Run(SettleAsync, CancellationToken.None);
        await Task.WhenAll(senders.Keys.Select(channel => Task.Run(() => SendAllAsync(channel, stoppingToken), CancellationToken.None))
            .Append(Task.Run(() => ClaimDueAsync(stoppingToken), CancellationToken.None)));
        // Nothing new starts now; what is on its way is waited for and settled, the rest is given back.
        foreach (var channel in slots.Values)
            for (var i = 0; i < options.SendsInFlight; i++) await channel.WaitAsync(CancellationToken.None);
        foreach (var row in queues.TakeAll()) GiveBack(row, clock.GetUtcNow());
        settled.Writer.Complete();
        await settling;
    }

    /// <summary>Shares were just taken: what their last owner left is put in order before anything new is handled.</summary>
    public async Task RecoverAsync(int[] partitions, CancellationToken ct)
    {
        var (planned, unknown, waiting) = await store.RecoverAsync(partitions, ct);
        foreach (var (conversation, partition, notBefore) in waiting) queues.Defer(conversation, notBefore, partition);
        if (planned + unknown > 0) logger.Recovered(planned, unknown);
    }

    private async Task SendAllAsync(Channels.Channel channel, CancellationToken ct)
    {
        while (await NextSetAsync(queues.Ready(channel), slots[channel], ct) is { } set)
        {
            var marked = await MarkAsync(set);
            foreach (var row in set)
            {
                if (marked.Contains(row.Id)) _ = SendAsync(row);
                else Drop(row);
            }
        }
    }

    private async Task<HashSet<long>> MarkAsync(List<OutboxRow> set)
    {
        try
        {
            var (ids, tries) = (set.Select(row => row.Id).ToArray(), 0);
            return await LastingWrites.OutlastAsync(() => store.MarkSendingAsync(ids, isAgain: tries++ > 0, CancellationToken.None), logger.OutboxFailed);
        }
        catch (Exception error)
        {
            // Not sent: whether marked or not, the next start puts these rows in order. The loop lives on.
            logger.OutboxFailed(error);
            return [];
        }
    }

    /// <summary>Waits for messages and for a free slot for each, so that only what really leaves now is marked.</summary>
    private async Task<List<OutboxRow>?> NextSetAsync(ChannelReader<OutboxRow> ready, SemaphoreSlim free, CancellationToken ct)
    {
        try
        {
            var set = new List<OutboxRow> { await ready.ReadAsync(ct) };
            await free.WaitAsync(CancellationToken.None);
            while (set.Count < options.OutboxBatch && free.Wait(0, CancellationToken.None))
            {
                if (ready.TryRead(out var row)) set.Add(row);
                else
                {
                    free.Release();
                    break;
                }
            }
            return set;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task SendAsync(OutboxRow row)
    {
        SendOutcome outcome;
        try
        {
            var part = new OutgoingPart(row.AccountId, row.CitizenId, row.Body, row.Correlation, SendPriority.Reply)
            {
                AsHumanAgent = row.AsHumanAgent,
            };
            outcome = await senders[row.Channel].SendAsync(part, CancellationToken.None);
        }
        catch (Exception error)
        {
            outcome = new SendOutcome.Unknown(error.GetType().Name);
        }
        slots[row.Channel].Release();
        Report(row, outcome);
        settled.Writer.TryWrite(Settlements.Of(row, outcome, clock.GetUtcNow(), options.GiveUpAfter) with { HadLeft = true });
    }

    private void Report(OutboxRow row, SendOutcome outcome)
    {
        metrics.Settled(row.Channel, outcome.GetType().Name);
        if (outcome is SendOutcome.Sent) metrics.Answered(clock.GetUtcNow() - row.CreatedAt);
        else if (outcome is SendOutcome.Refused refused) logger.MessageRefused(row.Id, row.Channel, refused.Reason, refused.PlatformCode);
        else if (outcome is SendOutcome.Unknown unknown) logger.MessageUnknown(row.Id, row.Channel, unknown.Why);
    }

    private void Drop(OutboxRow row)
    {
        slots[row.Channel].Release();
        queues.Finish(row, deferredUntil: null, endsTheRest: false);
    }

    private async Task SettleAsync()
    {
        var set = new List<Settlement>();
        while (await settled.Reader.WaitToReadAsync())
        {
            while (set.Count < options.OutboxBatch && settled.Reader.TryRead(out var settlement)) set.Add(settlement);
            // What the platform said and cannot be written stays "sending" and becomes unknown at the next start.
            await LastingWrites.WriteAsync(set, some => store.SettleAsync(some, clock.GetUtcNow(), CancellationToken.None), logger.OutboxFailed);
            foreach (var settlement in set) Finish(settlement);
            set.Clear();
        }
    }

    /// <summary>Only messages that had left free the way for the next; the others were never at the head.</summary>
    private void Finish(Settlement settlement)
    {
        if (!settlement.HadLeft) queues.Returned(settlement.Row, settlement.NotBefore);
        else
            foreach (var row in queues.Finish(settlement.Row, settlement.NotBefore, Settlements.EndsTheRest(settlement)))
                settled.Writer.TryWrite(Settlements.Following(row, settlement));
    }

    private async Task ClaimDueAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await wakeUps.WaitForOutboxAsync(queues.UntilNextDue(options.Sweep), ct);
                await LookForDueAsync(ct);
                await LookForLostAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // Whatever it was, the loop goes on: messages that were put off depend on it.
                logger.OutboxFailed(error);
                await Task.Delay(TimeSpan.FromSeconds(1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task LookForDueAsync(CancellationToken ct)
    {
        var (look, now, partitions) = (queues.BeginLook(), clock.GetUtcNow(), owner.Owned.ToHashSet());
        var due = await store.ClaimDueAsync([.. partitions], options.OutboxBatch * 4, now, ct);
        foreach (var row in due)
            if (queues.AddDue(row, now) is { } until) GiveBack(row, until);
        if (due.Count == options.OutboxBatch * 4) wakeUps.WakeOutbox();
        else queues.EndDeferrals(look, now, partition => partitions.Contains(partition) || !owner.Leases(partition));
    }

    /// <summary>The database may have committed what it could not tell us any more: such messages are ours by name and in nobody's hands.</summary>
    private async Task LookForLostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < nextLookForLost) return;
        nextLookForLost = now + options.Lease;
        var claimed = await store.ReadHeldAsync(owner.Owned, before: now - options.Lease, ct);
        var lost = claimed.Where(id => !queues.Holds(id)).ToArray();
        if (lost.Length == 0) return;
        var (planned, unknown) = await store.GiveUpAsync(lost, ct);
        if (planned + unknown > 0) logger.Recovered(planned, unknown);
        if (planned > 0) wakeUps.WakeOutbox();
    }
}
