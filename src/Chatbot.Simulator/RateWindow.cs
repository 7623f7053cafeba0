namespace Chatbot.Simulator;

/// <summary>Counts within fixed windows of time.</summary>
public sealed class RateWindow
{
    private readonly Lock gate = new();
    private long window = -1;
    private long count;

    /// <summary>Counts one more and returns how many there are in the window that <paramref name="now"/> falls into.</summary>
    public long Add(DateTimeOffset now, TimeSpan length)
    {
        lock (gate)
        {
            var current = now.UtcTicks / length.Ticks;
            if (current != window) (window, count) = (current, 0);
            return ++count;
        }
    }

    public long Count(DateTimeOffset now, TimeSpan length)
    {
        lock (gate) return now.UtcTicks / length.Ticks == window ? count : 0;
    }
}
