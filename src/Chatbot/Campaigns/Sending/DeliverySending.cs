using Chatbot.Campaigns.Audience;
using Chatbot.Channels;

namespace Chatbot.Campaigns.Sending;

/// <summary>One marked delivery to the platform, and what its answer means for the delivery, for the account and for the campaign.</summary>
internal sealed class DeliverySending(Guid accountId, CampaignOptions options, LaneServices services, ErrorWatch errors, Action<StopReason> stop)
{
    private int throttledInARow;

    public async Task<DeliveryOutcome> SendAsync(ClaimedDelivery delivery, string body)
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
        return Judge(delivery, outcome);
    }

    private DeliveryOutcome Judge(ClaimedDelivery delivery, SendOutcome outcome)
    {
        var now = services.Clock.GetUtcNow();
        if (outcome is not SendOutcome.Throttled) throttledInARow = 0;
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                Count(isBad: false);
                return new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Sent, sent.PlatformMessageId is { Length: > 0 } id ? id : null);
            case SendOutcome.Unknown unknown:
                Count(isBad: true);
                services.Logger.DeliveryUnknown(delivery.Id, delivery.Channel, unknown.Why);
                return new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Unknown, Reason: unknown.Why);
            case SendOutcome.Throttled throttled:
                return PutOff(delivery, throttled, now);
            case SendOutcome.Refused { Reason: RefusalReason.Token or RefusalReason.AccountRestricted } refused:
                // Certainly not delivered: it waits for the campaign to go on.
                stop(refused.Reason == RefusalReason.Token ? StopReason.Token : StopReason.AccountRestricted);
                return new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Planned, Reason: refused.Reason.ToString(), Code: refused.PlatformCode, NotBefore: now);
            case SendOutcome.Refused refused:
                Count(isBad: true);
                services.Logger.DeliveryRefused(delivery.Id, delivery.Channel, refused.Reason, refused.PlatformCode);
                return new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Refused, Reason: refused.Reason.ToString(), Code: refused.PlatformCode);
            default: throw new ArgumentOutOfRangeException(nameof(outcome));
        }
    }

    private DeliveryOutcome PutOff(ClaimedDelivery delivery, SendOutcome.Throttled throttled, DateTimeOffset now)
    {
        // One may be the citizen's own limit; several in a row are the account's, and every process waits.
        if (Interlocked.Increment(ref throttledInARow) == 2) _ = HoldAsync(throttled.RetryAfter);
        return delivery.Attempts + 1 >= options.MostAttempts
            ? new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Skipped, Reason: nameof(LeftOutReason.PutOffTooOften))
            : new DeliveryOutcome(delivery.Id, delivery.Claim, DeliveryStatus.Planned, Reason: "Throttled", NotBefore: now + throttled.RetryAfter);
    }

    private async Task HoldAsync(TimeSpan pause)
    {
        var longest = TimeSpan.FromSeconds(30);
        try
        {
            if (services.Rates.Of(accountId) is [var nearest, ..]) await services.Buckets.HoldAsync(nearest, pause < longest ? pause : longest, CancellationToken.None);
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
