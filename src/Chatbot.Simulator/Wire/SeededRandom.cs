namespace Chatbot.Simulator.Wire;

/// <summary>One source of chance for the whole simulator: the same seed and the same calls give the same run.</summary>
public sealed class SeededRandom(int seed)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    /// <summary>True with the given probability, 0 to 1.</summary>
    public bool Chance(double probability)
    {
        if (probability <= 0) return false;
        lock (gate) return random.NextDouble() < probability;
    }

    public int Next(int exclusiveEnd)
    {
        lock (gate) return random.Next(exclusiveEnd);
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var copy = items.ToArray();
        lock (gate) random.Shuffle(copy);
        return copy;
    }
}
