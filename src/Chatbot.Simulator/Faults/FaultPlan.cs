using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Faults;

/// <summary>Decides which call fails and how: first by script (the next N calls, in the order they were given), then by chance.</summary>
public sealed class FaultPlan(SeededRandom random)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Scripted> script = new();
    private readonly List<(Fault Fault, double Probability)> chances = [];
    private volatile bool empty = true;

    /// <summary>The next <paramref name="times"/> calls in scope fail.</summary>
    public void Next(FaultKind kind, int times = 1, FaultScope scope = FaultScope.Send, TimeSpan delay = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (gate) script.AddLast(new Scripted(new Fault(kind, ScopeOf(kind, scope), delay)) { Left = times });
        empty = false;
    }

    /// <summary>From now on each call in scope fails with this probability, 0 to 1.</summary>
    public void Chance(FaultKind kind, double probability, FaultScope scope = FaultScope.Send, TimeSpan delay = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        lock (gate) chances.Add((new Fault(kind, ScopeOf(kind, scope), delay), probability));
        empty = false;
    }

    public void Clear()
    {
        lock (gate)
        {
            script.Clear();
            chances.Clear();
        }

        empty = true;
    }

    /// <summary>What is planned, for people to read.</summary>
    public IReadOnlyList<string> Describe()
    {
        lock (gate)
        {
            return
            [
                .. script.Select(s => $"{s.Fault.Kind} × {s.Left} ({s.Fault.Scope})"),
                .. chances.Select(c => $"{c.Fault.Kind} {c.Probability:P0} ({c.Fault.Scope})"),
            ];
        }
    }

    /// <summary>The fault of this call, or null when nothing goes wrong.</summary>
    internal Fault? Draw(FaultScope scope)
    {
        if (empty) return null;
        lock (gate) return DrawScripted(scope) ?? DrawByChance(scope);
    }

    private Fault? DrawScripted(FaultScope scope)
    {
        for (var node = script.First; node is not null; node = node.Next)
        {
            if (!Covers(node.Value.Fault.Scope, scope)) continue;
            if (--node.Value.Left == 0) script.Remove(node);
            return node.Value.Fault;
        }

        return null;
    }

    private Fault? DrawByChance(FaultScope scope)
    {
        foreach (var (fault, probability) in chances)
            if (Covers(fault.Scope, scope) && random.Chance(probability)) return fault;
        return null;
    }

    private static bool Covers(FaultScope planned, FaultScope call) => planned == FaultScope.Any || planned == call;

    private static FaultScope ScopeOf(FaultKind kind, FaultScope asked) => kind == FaultKind.LostRefreshResponse ? FaultScope.OAuth : asked;

    private sealed class Scripted(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Left { get; set; }
    }
}
