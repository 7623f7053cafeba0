using System.ComponentModel.DataAnnotations;

namespace Chatbot.Campaigns;

/// <summary>Section <c>Campaigns</c>: who must look, when nothing is sent, how fast.</summary>
/// <remarks>The platforms' own rates and windows are dated rules of the channels (<c>Facebook:Limits</c>, <c>Zalo:Limits</c>).</remarks>
public sealed class CampaignOptions
{
    public const string Section = "Campaigns";

    /// <summary>Recipients above which two people must approve; 0: always one.</summary>
    [Range(0, 10_000_000)] public int SecondLookAbove { get; init; } = 5_000;

    /// <summary>The office has confirmed that Zalo's policy lets it send news as consultation within 48 hours.</summary>
    public bool ZaloConsultation { get; init; }

    /// <summary>Local time from which nothing is sent until <see cref="QuietUntil"/>; equal: no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 30);

    public TimeOnly QuietUntil { get; init; } = new(7, 30);

    /// <summary>Nothing is sent on Sundays.</summary>
    public bool QuietSundays { get; init; } = true;

    /// <summary>Nothing is sent on the days of Tết.</summary>
    public bool QuietTet { get; init; } = true;

    /// <summary>Messages of campaigns that one office sends in a day of Vietnam; 0: no limit. An office may be given less, see <see cref="Sending.DailyLimit"/>.</summary>
    [Range(0, 100_000_000)] public int DailyLimit { get; init; } = 50_000;

    /// <summary>Messages of campaigns that one citizen gets within <see cref="CapWindow"/>; 0: no limit. Personal notices do not count and are not held back.</summary>
    [Range(0, 1_000)] public int MostPerCitizen { get; init; } = 3;

    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")] public TimeSpan CapWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Recipients of one numbered batch.</summary>
    [Range(1, 100_000)] public int BatchSize { get; init; } = 500;

    /// <summary>Deliveries that one claim takes, and most marks or outcomes in one commit.</summary>
    [Range(1, 2_000)] public int ClaimSize { get; init; } = 256;

    /// <summary>Sends of one campaign under way at once in this process.</summary>
    [Range(1, 512)] public int SendsInFlight { get; init; } = 32;

    /// <summary>How long a process that stopped answering keeps what it has claimed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")] public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often running campaigns are looked at: a pause takes effect within this and the time of one call.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")] public TimeSpan Look { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Share of the last <see cref="ErrorSample"/> outcomes that, refused or unconfirmed, pauses a campaign.</summary>
    [Range(0.01, 1.0)] public double PauseAtErrors { get; init; } = 0.3;

    [Range(5, 10_000)] public int ErrorSample { get; init; } = 50;

    /// <summary>What a citizen does within this time after a delivery counts as caused by it.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")] public TimeSpan EffectWindow { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How often one delivery is put off by the platform before it is given up.</summary>
    [Range(1, 1_000)] public int MostAttempts { get; init; } = 20;
}
