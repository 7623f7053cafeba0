using System.ComponentModel.DataAnnotations;

namespace Chatbot.Messaging;

/// <summary>Section <c>Messaging</c>: sizes and times of inbox and outbox.</summary>
public sealed class MessagingOptions
{
    /// <summary>Events that may wait for their commit in memory; beyond it the platform is asked to deliver again (503).</summary>
    [Range(100, 1_000_000)] public int InboxQueue { get; init; } = 20_000;

    /// <summary>Most events in one commit.</summary>
    [Range(1, 5_000)] public int InboxBatch { get; init; } = 512;

    /// <summary>Commits under way at once on PostgreSQL (SQLite has one writer). Each has its own share of the conversations, so that their order is kept.</summary>
    [Range(1, 8)] public int InboxWriters { get; init; } = 2;

    /// <summary>Dispatching loops in this process.</summary>
    [Range(1, 16)] public int Lanes { get; init; } = 4;

    /// <summary>Most events that one loop handles in one transaction.</summary>
    [Range(1, 1_000)] public int DispatchBatch { get; init; } = 64;

    /// <summary>Messages on their way to the platforms in this process; the dispatcher waits above it.</summary>
    [Range(10, 100_000)] public int OutboxQueue { get; init; } = 5_000;

    /// <summary>Sends under way at once in this process on one platform; a slow platform does not hold up the other.</summary>
    [Range(1, 512)] public int SendsInFlight { get; init; } = 64;

    /// <summary>Most marks or outcomes in one commit.</summary>
    [Range(1, 2_000)] public int OutboxBatch { get; init; } = 128;

    /// <summary>How long a process that stopped answering keeps its conversations.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")] public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How often rows are looked for that no wake-up announced.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")] public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A reply that could not be sent for so long is given up: the citizen has long gone on.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")] public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Raw webhook bodies and sent texts are erased after this time.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")] public TimeSpan KeepBodies { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Rows of events and messages are deleted after this time; until then a repeated event is recognised.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")] public TimeSpan KeepRows { get; init; } = TimeSpan.FromDays(400);
}
