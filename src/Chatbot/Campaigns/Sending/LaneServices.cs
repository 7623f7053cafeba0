using Chatbot.Channels;
using Microsoft.Extensions.Logging;

namespace Chatbot.Campaigns.Sending;

/// <summary>What every lane shares.</summary>
internal sealed class LaneServices(
    DeliveryStore store, RateBuckets buckets, DailyQuota quota, UnitTurns turns, SendingRates rates, SendingHours hours, DeliveryBodies bodies, IEnumerable<IChannelSender> senders, TimeProvider clock, ILogger<CampaignPump> logger)
{
    public DeliveryStore Store => store;

    public RateBuckets Buckets => buckets;

    public DailyQuota Quota => quota;

    public UnitTurns Turns => turns;

    public SendingRates Rates => rates;

    public SendingHours Hours => hours;

    public DeliveryBodies Bodies => bodies;

    public IReadOnlyDictionary<Channel, IChannelSender> Senders { get; } = senders.ToDictionary(sender => sender.Channel);

    public TimeProvider Clock => clock;

    public ILogger Logger => logger;
}
