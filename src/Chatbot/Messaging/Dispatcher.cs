using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Messaging;

/// <summary>Takes stored events to the bot: a few loops, each with its own shares of the conversations, many events in one transaction.</summary>
internal sealed class Dispatcher(
    IDbContextFactory<ChatbotDb> databases, BatchServices services, OutboxPump outbox, WakeUps wakeUps, IOptions<MessagingOptions> options,
    MessagingMetrics metrics, ILogger<Dispatcher> logger) : BackgroundService
{
    private const int Attempts = 3;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.Lanes).Select(lane => Task.Run(() => RunAsync(lane, stoppingToken), stoppingToken)));

    private async Task RunAsync(int lane, CancellationToken ct)
    {
        var delay = TimeSpan.Zero;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await wakeUps.WaitAsync(lane, options.Value.Sweep, ct);
                while (await HandleSomeAsync(lane, ct)) { }
                delay = TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                delay = delay == TimeSpan.Zero ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(Math.Min(5, delay.TotalSeconds * 2));
                logger.LaneFailed(error, lane, delay);
                await Task.Delay(delay, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wakeUps.WakeAll();
            }
        }
    }

    /// <returns>True: there may be more.</returns>
    private async Task<bool> HandleSomeAsync(int lane, CancellationToken ct)
    {
        var partitions = services.Owner.OwnedIn(lane);
        if (partitions.Length == 0) return false;
        await outbox.WaitForRoomAsync(ct);
        List<PendingEvent> events;
        await using (var db = await databases.CreateDbContextAsync(ct))
            events = await PendingEvents.ReadAsync(db, partitions, options.Value.DispatchBatch, ct);
        if (events.Count == 0) return false;
        await HandleTogetherAsync(events, ct);
        return true;
    }

    private async Task HandleTogetherAsync(List<PendingEvent> events, CancellationToken ct)
    {
        try
        {
            await HandleAsync(events, lastResort: false, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException && !Outage.Is(error))
        {
            logger.BatchFailed(error, events.Count);
            foreach (var pending in events) await HandleAloneAsync(pending, ct);
        }
    }

    private async Task HandleAloneAsync(PendingEvent pending, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await HandleAsync([pending], lastResort: false, ct);
                return;
            }
            catch (Exception error) when (error is not OperationCanceledException && !Outage.Is(error))
            {
                if (attempt < Attempts)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), ct);
                    continue;
                }
                logger.EventFailed(error, pending.Id, attempt);
                await HandleAsync([pending], lastResort: true, ct);
                return;
            }
        }
    }

    private async Task HandleAsync(IReadOnlyList<PendingEvent> events, bool lastResort, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var messages = await new EventBatch(db, services, events).HandleAsync(lastResort, ct);
        if (messages is null)
        {
            logger.PartitionsLost();
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
            return;
        }
        metrics.Handled(events.Count);
        outbox.Accept(messages);
    }
}
