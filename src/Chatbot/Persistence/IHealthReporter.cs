namespace Chatbot.Persistence;

/// <summary>A part of the service that tells how it is: told by <c>/health/ready</c> and logged when it changes. Register one a part as <c>IHealthReporter</c>.</summary>
public interface IHealthReporter
{
    /// <summary>Short and fixed, lower case, for example <c>zalo-breakers</c>.</summary>
    string Name { get; }

    /// <summary>From memory, at once. May throw: that is told as degraded.</summary>
    HealthReport Report();
}

/// <param name="Detail">One English sentence for the operator; our own ids, never a citizen's id, text or a secret.</param>
public sealed record HealthReport(HealthState State, string Detail)
{
    public static readonly HealthReport Well = new(HealthState.Well, "");

    /// <summary>Numbers worth watching, for example the length of a queue.</summary>
    public IReadOnlyDictionary<string, long> Figures { get; init; } = new Dictionary<string, long>();
}

/// <summary>Well. Degraded: a person should look, events are still stored (ready stays 200).
/// CannotStore: an arriving event cannot be committed (ready is 503, so that the platform delivers again later).</summary>
public enum HealthState { Well, Degraded, CannotStore }
