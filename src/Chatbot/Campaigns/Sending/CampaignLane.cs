using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Microsoft.Extensions.Logging;

namespace Chatbot.Campaigns.Sending;

/// <summary>One campaign over one account in this process: permits, claim, mark, send. Only as many are marked as leave at once.</summary>
internal sealed class CampaignLane(Campaign campaign, ShortLinks? links, string unitName, Guid accountId, CampaignOptions options, LaneServices services, ErrorWatch errors, Action<CampaignLane, DeliveryOutcome> settle, Action<StopReason> stop)
    : IDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim slots = new(options.SendsInFlight);
    private int throttledInARow;

    public Guid CampaignId => campaign.Id;

    /// <summary>Of the campaign when this lane began.</summary>
    public int Revision => campaign.Revision;

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await StepAsync(ct)) await Task.Delay(options.Look, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                services.Logger.PumpFailed(error);
                await RecoverAsync(ct);
            }
        }
        for (var i = 0; i < options.SendsInFlight; i++) await slots.WaitAsync(CancellationToken.None);   // what is under way ends by itself
    }

    public void Dispose() => slots.Dispose();

    /// <summary>The database was away, perhaps after it had committed: what this lane holds without knowing it is given back.</summary>
    private async Task RecoverAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await services.Store.ReleaseAsync(campaign.Id, accountId, CancellationToken.None);
                return;
            }
            catch (Exception error)
            {
                services.Logger.PumpFailed(error);
            }
        }
    }

    /// <returns>False: nothing to do for now.</returns>
    private async Task<bool> StepAsync(CancellationToken ct)
    {
        if (!services.Hours.IsOpen(services.Clock.GetUtcNow())) return false;
        var rates = services.Rates.Of(accountId, campaign.UnitId);
        var free = await TakeSlotsAsync(ct);
        var (permits, leaving, taken) = (0, 0, 0);
        try
        {
            // One at a time of an office's campaigns; whoever finds nothing waits inside its turn, so that the others do not ask in its place.
            using var turn = await services.Turns.TakeAsync(campaign.UnitId, ct);
            permits = await services.Buckets.TakeAsync(rates, free, ct);
            if (permits == 0) await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            if (permits > 0) taken = await SendSomeAsync(permits, count => leaving = count, ct);
        }
        finally
        {
            if (free > leaving) slots.Release(free - leaving);   // nothing to give back is no call: it would throw
            await services.Buckets.GiveBackAsync(rates, permits - leaving, CancellationToken.None);
        }
        return permits == 0 || taken > 0;
    }

    private async Task<int> TakeSlotsAsync(CancellationToken ct)
    {
        await slots.WaitAsync(ct);
        var free = 1;
        // A large set costs the database little more than a small one; a slow platform holds nobody up for long.
        while (free < Math.Min(options.ClaimSize, options.SendsInFlight / 2) && await slots.WaitAsync(Gathering, CancellationToken.None)) free++;
        while (free < options.ClaimSize && slots.Wait(0, CancellationToken.None)) free++;
        return free;
    }

    /// <param name="left">Told how many are on their way, also when something fails after that.</param>
    /// <returns>How many rows were looked at.</returns>
    private async Task<int> SendSomeAsync(int atMost, Action<int> left, CancellationToken ct)
    {
        var draft = campaign.Read();
        var (claimed, taken) = await services.Store.ClaimAsync(campaign.Id, draft, accountId, atMost, ct);
        var day = DateOnly.FromDateTime(WorkingCalendar.Local(services.Clock.GetUtcNow()).DateTime);
        var written = new List<(ClaimedDelivery Delivery, string Body)>(claimed.Count);
        foreach (var delivery in claimed)
        {
            if (services.Bodies.Of(Said(draft, delivery.Id), delivery.Method, delivery.CitizenId, delivery.Language, unitName, day) is { } body) written.Add((delivery, body));
            else settle(this, new DeliveryOutcome(delivery.Id, DeliveryStatus.Skipped, Reason: nameof(LeftOutReason.NotRendered)));
        }
        if (written.Count == 0) return taken;
        // Dying before this leaves them claimed: given back. Dying after it leaves them sending: unknown, and never sent again.
        var marked = await MarkAsync([.. written.Select(w => w.Delivery.Id)]);
        left(marked.Count);
        foreach (var (delivery, body) in written.Where(w => marked.Contains(w.Delivery.Id))) _ = SendAsync(delivery, body);
        await services.Store.GiveBackAsync([.. written.Select(w => w.Delivery.Id).Where(id => !marked.Contains(id))], CancellationToken.None);
        return taken;
    }

    private CampaignDraft Said(CampaignDraft draft, long delivery) => links?.In(draft, delivery) ?? draft;

    /// <summary>A mark whose commit is in doubt is taken back: nothing has left yet, and nobody but this lane knows.</summary>
    private async Task<HashSet<long>> MarkAsync(IReadOnlyCollection<long> ids)
    {
        try
        {
            return await services.Store.MarkSendingAsync(campaign.Id, ids, CancellationToken.None);
        }
        catch (Exception error)
        {
            services.Logger.PumpFailed(error);
            foreach (var id in ids) settle(this, new DeliveryOutcome(id, DeliveryStatus.Planned, NotBefore: services.Clock.GetUtcNow()));
            return [];
        }
    }

    private async Task SendAsync(ClaimedDelivery delivery, string body)
    {
        await Task.Yield();
        SendOutcome outcome;
        try
        {
            var part = new OutgoingPart(delivery.AccountId, delivery.CitizenId, body, DeliveryMark.Write(delivery.Id), SendPriority.Outreach);
            outcome = await services.Senders[delivery.Channel].SendAsync(part, CancellationToken.None);
        }
        catch (Exception error)
        {
            outcome = new SendOutcome.Unknown(error.GetType().Name);
        }
        settle(this, Judge(delivery, outcome));
        slots.Release();
    }

    private DeliveryOutcome Judge(ClaimedDelivery delivery, SendOutcome outcome)
    {
        var now = services.Clock.GetUtcNow();
        if (outcome is not SendOutcome.Throttled) throttledInARow = 0;
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                Count(isBad: false);
                return new DeliveryOutcome(delivery.Id, DeliveryStatus.Sent, sent.PlatformMessageId is { Length: > 0 } id ? id : null);
            case SendOutcome.Unknown unknown:
                Count(isBad: true);
                services.Logger.DeliveryUnknown(delivery.Id, delivery.Channel, unknown.Why);
                return new DeliveryOutcome(delivery.Id, DeliveryStatus.Unknown, Reason: unknown.Why);
            case SendOutcome.Throttled throttled:
                return PutOff(delivery, throttled, now);
            case SendOutcome.Refused { Reason: RefusalReason.Token or RefusalReason.AccountRestricted } refused:
                // Certainly not delivered: it waits for the campaign to go on.
                stop(refused.Reason == RefusalReason.Token ? StopReason.Token : StopReason.AccountRestricted);
                return new DeliveryOutcome(delivery.Id, DeliveryStatus.Planned, Reason: refused.Reason.ToString(), Code: refused.PlatformCode, NotBefore: now);
            case SendOutcome.Refused refused:
                Count(isBad: true);
                services.Logger.DeliveryRefused(delivery.Id, delivery.Channel, refused.Reason, refused.PlatformCode);
                return new DeliveryOutcome(delivery.Id, DeliveryStatus.Refused, Reason: refused.Reason.ToString(), Code: refused.PlatformCode);
            default: throw new ArgumentOutOfRangeException(nameof(outcome));
        }
    }

    private DeliveryOutcome PutOff(ClaimedDelivery delivery, SendOutcome.Throttled throttled, DateTimeOffset now)
    {
        // One may be the citizen's own limit; several in a row are the account's, and every process waits.
        if (Interlocked.Increment(ref throttledInARow) == 2) _ = HoldAsync(throttled.RetryAfter);
        return delivery.Attempts + 1 >= options.MostAttempts
            ? new DeliveryOutcome(delivery.Id, DeliveryStatus.Skipped, Reason: nameof(LeftOutReason.PutOffTooOften))
            : new DeliveryOutcome(delivery.Id, DeliveryStatus.Planned, Reason: "Throttled", NotBefore: now + throttled.RetryAfter);
    }

    private async Task HoldAsync(TimeSpan pause)
    {
        var longest = TimeSpan.FromSeconds(30);
        try
        {
            await services.Buckets.HoldAsync(services.Rates.Of(accountId, campaign.UnitId)[0], pause < longest ? pause : longest, CancellationToken.None);
        }
        catch (Exception error)
        {
            services.Logger.PumpFailed(error);   // the next ones are put off too
        }
    }

    private void Count(bool isBad)
    {
        if (errors.Add(isBad)) stop(StopReason.Errors);
    }
}
