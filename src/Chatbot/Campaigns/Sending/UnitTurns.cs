using System.Collections.Concurrent;

namespace Chatbot.Campaigns.Sending;

/// <summary>Fair between offices: of all lanes of one office, one at a time takes permits and marks what leaves. An office with many campaigns gets no larger share of a scarce rate than one with a single campaign.</summary>
internal sealed class UnitTurns
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> turns = new();

    public async Task<IDisposable> TakeAsync(Guid unitId, CancellationToken ct)
    {
        var turn = turns.GetOrAdd(unitId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
