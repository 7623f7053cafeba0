namespace Chatbot.Simulator.Webhooks;

/// <summary>Keeps webhooks back until a test lets them go, in the order it likes.</summary>
public sealed class HeldWebhooks
{
    private readonly Lock gate = new();
    private List<Func<CancellationToken, Task>>? held;

    /// <summary>From now on nothing is sent.</summary>
    public void Hold()
    {
        lock (gate) held ??= [];
    }

    /// <summary>Sends what was kept back, one after the other, and holds no more.</summary>
    /// <param name="reversed">Newest first.</param>
    public async Task ReleaseAsync(bool reversed, CancellationToken ct)
    {
        List<Func<CancellationToken, Task>> letters;
        lock (gate) (letters, held) = (held ?? [], null);
        if (reversed) letters.Reverse();
        foreach (var send in letters) await send(ct);
    }

    internal bool Keep(Func<CancellationToken, Task> send)
    {
        lock (gate)
        {
            held?.Add(send);
            return held is not null;
        }
    }
}
