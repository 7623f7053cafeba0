using System.ComponentModel.DataAnnotations;

namespace Chatbot.Channels.Facebook;

/// <summary>What the platform allows, as settings "Facebook:Limits", because it changes. All lengths in UTF-16 units.</summary>
/// <remarks>Sources: Messenger Platform pages Send API, Quick Replies, Buttons, Rate Limiting (23 March 2026), Persistent Menu, Ice Breakers; read 21 November 2026.</remarks>
public sealed class FacebookLimits
{
    /// <summary>The platform takes 2,000 characters and does not say which kind; this stays below.</summary>
    [Range(100, 2000)] public int Text { get; init; } = 1900;

    [Range(100, 640)] public int ButtonText { get; init; } = 640;

    [Range(1, 3)] public int Buttons { get; init; } = 3;

    [Range(1, 13)] public int QuickReplies { get; init; } = 13;

    /// <summary>Title of a button or quick reply.</summary>
    [Range(5, 20)] public int Title { get; init; } = 20;

    [Range(20, 1000)] public int Payload { get; init; } = 1000;

    [Range(40, 1000)] public int Metadata { get; init; } = 1000;

    [Range(1, 100_000)] public double MessagesPerSecond { get; init; } = 300;

    /// <summary>Above 40 messages a second a Page's inbox stops showing them and sending may fail, so what we start ourselves stays below.</summary>
    [Range(1, 100_000)] public double OutreachPerSecond { get; init; } = 35;

    /// <summary>Percent of the platform's usage headers at which outreach pauses.</summary>
    [Range(10, 100)] public int SlowAtUsage { get; init; } = 80;

    /// <summary>Percent at which nothing is sent any more: calls made while throttled prolong it.</summary>
    [Range(50, 100)] public int StopAtUsage { get; init; } = 100;
}
