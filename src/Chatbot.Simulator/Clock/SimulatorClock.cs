namespace Chatbot.Simulator.Clock;

/// <summary>The platforms' time: windows, quotas, token lifetimes and retries are measured on it.</summary>
/// <remarks>It runs with the machine's clock, or stands still; either way it can be moved forward.</remarks>
public sealed class SimulatorClock : TimeProvider
{
    private readonly TimeProvider real;
    private long offset;
    private long frozenTicks;

    /// <param name="real">The machine's clock.</param>
    /// <param name="frozenAt">Null: run with the machine's clock. Otherwise stand still at this moment.</param>
    public SimulatorClock(TimeProvider real, DateTimeOffset? frozenAt)
    {
        this.real = real;
        IsFrozen = frozenAt is not null;
        frozenTicks = frozenAt?.UtcTicks ?? 0;
    }

    public bool IsFrozen { get; }

    public override DateTimeOffset GetUtcNow() => IsFrozen
        ? new DateTimeOffset(Interlocked.Read(ref frozenTicks), TimeSpan.Zero)
        : real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public long UnixMilliseconds => GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Moves forward; a moment already passed changes nothing.</summary>
    internal void MoveTo(DateTimeOffset moment)
    {
        var ahead = moment - GetUtcNow();
        if (ahead <= TimeSpan.Zero) return;
        if (IsFrozen) Interlocked.Exchange(ref frozenTicks, moment.UtcTicks);
        else Interlocked.Add(ref offset, ahead.Ticks);
    }
}
