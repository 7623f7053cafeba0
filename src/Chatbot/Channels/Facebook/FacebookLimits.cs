using System.ComponentModel.DataAnnotations;

namespace Chatbot.Channels.Facebook;

/// <summary>What the platform allows since a day. All lengths in UTF-16 units, which is never fewer than what the platform may count, bytes aside.</summary>
/// <remarks>Sources: Messenger Platform pages Send API, Quick Replies, Buttons, Rate Limiting (23 March 2026); read 21 November 2026.</remarks>
public sealed class FacebookLimits : IDated
{
    public static readonly IReadOnlyList<FacebookLimits> BuiltIn = [new()];

    public DateOnly Since { get; init; } = new(2026, 3, 23);

    public string Source { get; init; } = "Messenger Platform, Rate limiting and Send API, read 21 November 2026";

    /// <summary>The platform takes 2,000 characters and does not say which kind; this stays below.</summary>
    [Range(100, 2000)] public int Text { get; init; } = 1900;

    /// <summary>Text above buttons.</summary>
    [Range(100, 640)] public int ButtonText { get; init; } = 640;

    [Range(1, 3)] public int Buttons { get; init; } = 3;

    [Range(1, 13)] public int QuickReplies { get; init; } = 13;

    /// <summary>Title of a button or quick reply.</summary>
    [Range(5, 20)] public int Title { get; init; } = 20;

    /// <summary>How long after the citizen's last act a reply is accepted. The platform's policy lets some acts open a longer one; the shortest holds for all.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")] public TimeSpan ReplyWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long an official's own message marked HUMAN_AGENT is accepted.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")] public TimeSpan HumanAgentWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Messages a Page may send in any second; 0: unlimited.</summary>
    [Range(0, 100_000)] public int MessagesPerSecond { get; init; } = 300;

    /// <summary>Share of it that what we start ourselves leaves to replies.</summary>
    [Range(0, 0.95)] public double ReservedForReplies { get; init; } = 0.2;

    /// <summary>Above 40 messages a second a Page's inbox stops showing them and sending may fail, so what we start ourselves stays below; 0: unlimited.</summary>
    [Range(0, 100_000)] public int OutreachPerSecond { get; init; } = 32;

    /// <summary>Percent of the platform's usage headers at which outreach pauses.</summary>
    [Range(10, 101)] public int SlowAtUsage { get; init; } = 80;

    /// <summary>Percent at which nothing is sent any more: calls made while throttled prolong it. 101: never.</summary>
    [Range(50, 101)] public int StopAtUsage { get; init; } = 100;

    public static FacebookLimits InForce(FacebookOptions options, DateTimeOffset now) => Dated.InForce(BuiltIn, options.Limits, now);
}
