using System.Diagnostics.Metrics;

namespace Chatbot.Channels;

/// <summary>Counters of the channels; tags are kinds and codes, never ids of people.</summary>
public sealed class ChannelMetrics
{
    public const string MeterName = "Chatbot.Channels";

    private readonly Counter<long> probes;
    private readonly Counter<long> unknownKinds;
    private readonly Counter<long> rejected;
    private readonly Counter<long> sends;
    private readonly Counter<long> quotas;

    public ChannelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        probes = meter.CreateCounter<long>("chatbot.webhook.probes", "{request}", "Console probes, answered and dropped");
        unknownKinds = meter.CreateCounter<long>("chatbot.webhook.unknown_kinds", "{event}", "Events of kinds that we do not know, stored only");
        rejected = meter.CreateCounter<long>("chatbot.webhook.rejected", "{request}", "Webhook requests refused, by why");
        sends = meter.CreateCounter<long>("chatbot.sends", "{message}", "Messages by what became of them");
        quotas = meter.CreateCounter<long>("chatbot.zalo.quota", "{message}", "Messages by the quota that the platform counted them against");
    }

    public void Probe(Channel channel) => probes.Add(1, Tag(channel));

    public void UnknownKind(Channel channel) => unknownKinds.Add(1, Tag(channel));

    /// <param name="why"><c>signature</c>, <c>malformed</c>, <c>too_large</c>, <c>busy</c>.</param>
    public void Rejected(Channel channel, string why) => rejected.Add(1, Tag(channel), new("why", why));

    public void Sent(Channel channel, SendOutcome outcome) => sends.Add(1, Tag(channel), new("outcome", outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.Throttled => "throttled",
        SendOutcome.Refused refused => refused.Reason.ToString(),
        _ => "unknown",
    }));

    /// <param name="type">As the platform names it; null: it did not say.</param>
    public void Quota(string? type) => quotas.Add(1, new KeyValuePair<string, object?>("type",
        type is null or "reply" or "welcome_msg" or "sub_quota" or "purchase_quota" or "reward_quota" ? type ?? "unsaid" : "other"));

    private static KeyValuePair<string, object?> Tag(Channel channel) => new("channel", channel == Channel.Zalo ? "zalo" : "facebook");
}
