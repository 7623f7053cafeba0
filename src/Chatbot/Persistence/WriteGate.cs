namespace Chatbot.Persistence;

/// <summary>SQLite has one writer: inside the process writers queue here, fairly and without spinning. PostgreSQL needs none.</summary>
public sealed class WriteGate(DatabaseKind kind) : IDisposable
{
    private readonly SemaphoreSlim? gate = kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (gate is null) return Pass.Free;
        await gate.WaitAsync(ct);
        return new Pass(gate);
    }

    public void Dispose() => gate?.Dispose();

    private sealed class Pass(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Pass Free = new(null);

        public void Dispose() => gate?.Release();
    }
}
