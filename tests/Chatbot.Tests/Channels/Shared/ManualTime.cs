namespace Chatbot.Tests.Channels.Shared;

/// <summary>A clock that stands still until it is told to go on; delays end when it passes them.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = start;

    public ManualTime() : this(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Pass(TimeSpan time)
    {
        now += time;
        foreach (var alarm in alarms.Where(alarm => alarm.At <= now).ToList()) alarm.Ring();
    }

    private sealed class Alarm(ManualTime clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.alarms.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            At = clock.now + dueTime;
            clock.alarms.Add(this);
            return true;
        }

        public void Ring()
        {
            clock.alarms.Remove(this);
            ring();
        }

        public void Dispose() => clock.alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
