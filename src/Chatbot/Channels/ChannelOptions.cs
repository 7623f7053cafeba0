using System.ComponentModel.DataAnnotations;

namespace Chatbot.Channels;

/// <summary>Settings section <c>Channels</c>: what holds for every platform.</summary>
public sealed class ChannelOptions
{
    public const string Section = "Channels";

    /// <summary>Address at which citizens' platforms and officials' browsers reach this service, such as <c>https://chatbot.xa.gov.vn/</c>;
    /// null: taken from the request.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Longest wait for one platform call, its body included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00", ErrorMessage = "Channels:AttemptTimeout must lie between 0.1 s and 2 min")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The breaker opens when this share of the calls fails within <see cref="BreakerSampling"/>.</summary>
    [Range(0.05, 1.0, ErrorMessage = "Channels:BreakerFailureRatio must lie between 0.05 and 1")]
    public double BreakerFailureRatio { get; init; } = 0.5;

    /// <summary>Fewer calls than this within the sampling time never open the breaker.</summary>
    [Range(2, 10_000, ErrorMessage = "Channels:BreakerMinimumCalls must lie between 2 and 10000")]
    public int BreakerMinimumCalls { get; init; } = 10;

    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00", ErrorMessage = "Channels:BreakerSampling must lie between 0.5 s and 10 min")]
    public TimeSpan BreakerSampling { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open breaker lets nothing through.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00", ErrorMessage = "Channels:BreakerPause must lie between 0.5 s and 10 min")]
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A send waits at most this long for its turn under the rates; then it goes back to the outbox.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Channels:RatePatience must lie between 0 and 1 min")]
    public TimeSpan RatePatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A link printed by <c>connect</c> works this long, once.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Channels:ConnectTicketLife must lie between 1 min and 1 day")]
    public TimeSpan ConnectTicketLife { get; init; } = TimeSpan.FromMinutes(30);
}
