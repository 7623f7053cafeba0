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
    private readonly ClaimedAhead ahead = new(campaign, accountId, options, services.Store, services.Clock);
    private readonly DeliverySending sending = new(accountId, options, services, errors, stop);

    public Guid CampaignId => campaign.Id;

    public Guid UnitId => campaign.UnitId;

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
        await GiveBackAsync();
        for (var i = 0; i < options.SendsInFlight; i++) await slots.WaitAsync(CancellationToken.None);   // what is under way ends by itself
    }

    public void Dispose() => slots.Dispose();

    // What cannot be given back is, when this process's lease ends.
    private async Task GiveBackAsync()
    {
        try
        {
            await ahead.GiveBackAsync(CancellationToken.None);
        }
        catch (Exception error)
        {
            services.Logger.PumpFailed(error);
        }
    }

    /// <summary>The database was away, perhaps after it had committed: what this lane holds without knowing it is given back.</summary>
    private async Task RecoverAsync(CancellationToken ct)
    {
        ahead.Forget();
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
        var free = await TakeSlotsAsync(ct);
        var (rates, day, permits, allowed, leaving) = (services.Rates.Of(accountId), services.Quota.Today, 0, 0, 0);
        try
        {
            // One at a time of an office's campaigns; whoever finds nothing waits inside its turn, so that the others do not ask in its place.
            using var turn = await services.Turns.TakeAsync(campaign.UnitId, ct);
            // Asked here, as a slow platform may have held this lane up: over the beginning of the night, past midnight, longer than what it has claimed may lie.
            await ahead.GiveBackOldAsync(ct);
            if (!services.Hours.IsOpen(services.Clock.GetUtcNow())) return false;
            day = services.Quota.Today;
            permits = await services.Buckets.TakeAsync(rates, free, ct);
            if (permits == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
                return true;
            }
            allowed = await services.Quota.TakeAsync(campaign.UnitId, day, permits, ct);
            return allowed > 0 && await SendSomeAsync(allowed, count => leaving = count, ct) > 0;
        }
        finally
        {
            if (free > leaving) slots.Release(free - leaving);   // nothing to give back is no call: it would throw
            await services.Buckets.GiveBackAsync(rates, permits - leaving, CancellationToken.None);
            await services.Quota.GiveBackAsync(campaign.UnitId, day, allowed - leaving, CancellationToken.None);
        }
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
        var (claimed, seen) = await ahead.TakeAsync(draft, atMost, ct);
        var day = DateOnly.FromDateTime(WorkingCalendar.Local(services.Clock.GetUtcNow()).DateTime);
        var written = new List<(ClaimedDelivery Delivery, string Body)>(claimed.Count);
        foreach (var delivery in claimed)
        {
            if (services.Bodies.Of(Said(draft, delivery.Id), delivery.Method, delivery.CitizenId, delivery.Language, unitName, day) is { } body) written.Add((delivery, body));
            else settle(this, new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Skipped, Reason: nameof(LeftOutReason.NotRendered)));
        }
        if (written.Count == 0) return seen;
        // Dying before this leaves them claimed: given back. Dying after it leaves them sending: unknown, and never sent again.
        var marked = await MarkAsync([.. written.Select(w => w.Delivery)]);
        left(marked.Count);
        foreach (var (delivery, body) in written.Where(w => marked.Contains(w.Delivery.Id))) _ = SendAsync(delivery, body);
        await services.Store.GiveBackAsync([.. written.Select(w => w.Delivery.Id).Where(id => !marked.Contains(id))], CancellationToken.None);
        return seen;
    }

    private CampaignDraft Said(CampaignDraft draft, long delivery) => links?.In(draft, delivery) ?? draft;

    private async Task SendAsync(ClaimedDelivery delivery, string body)
    {
        settle(this, await sending.SendAsync(delivery, body));
        slots.Release();
    }

    /// <summary>A mark whose commit is in doubt is taken back: nothing has left yet, and nobody but this lane knows.</summary>
    private async Task<HashSet<long>> MarkAsync(IReadOnlyCollection<ClaimedDelivery> claimed)
    {
        try
        {
            return await services.Store.MarkSendingAsync(campaign.Id, campaign.Read().Topic, claimed, CancellationToken.None);
        }
        catch (Exception error)
        {
            services.Logger.PumpFailed(error);
            foreach (var delivery in claimed) settle(this, new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Planned, NotBefore: services.Clock.GetUtcNow()));
            return [];
        }
    }
}
