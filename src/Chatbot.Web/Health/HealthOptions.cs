using System.ComponentModel.DataAnnotations;

namespace Chatbot.Web.Health;

/// <summary>Section <c>Health</c>.</summary>
public sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>How long the trial write may take before the service counts as unable to store events.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan StoreWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A look at the database is reused for this long, however often <c>/health/ready</c> is asked.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LookAgainAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the service looks by itself and logs what has changed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>An event or a due reply that waits longer than this is told as degraded.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);
}
