using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;

namespace Chatbot.BrowserTests.Console;

/// <summary>The whole service in this process, on a port for a real browser, with a clock that can be set ahead; its jobs run when the test says so.</summary>
internal sealed class VirtualApp : IAsyncDisposable
{
    private readonly ServiceHere service;
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-virtual-").FullName;

    private VirtualApp(TestDatabase database, (string Name, string Value)[] settings)
    {
        Database = database;
        (string, string)[] usual =
        [
            ("Roles", "web"), ("ConnectionStrings:Chatbot", database.ConnectionString), ("Officials:TwoFactorFor", "None"), ("Officials:SignInsPerMinute", "1000"),
            ("Officials:SessionIdle", "7.00:00:00"),
        ];
        service = new ServiceHere(folder, [.. usual, .. settings], Clock);
    }

    public VirtualClock Clock { get; } = new();

    public TestDatabase Database { get; }

    public IServiceProvider Services => service.Services;

    public Uri Address => service.Address;

    /// <param name="settings">Beside the usual ones, or instead of them.</param>
    public static async Task<VirtualApp> StartAsync(params (string Name, string Value)[] settings) => new(await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite), settings);

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Runs as the real one does, and ahead of it by what was set.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    /// <summary>What is measured by it has seen the same time pass.</summary>
    public override long GetTimestamp() => base.GetTimestamp() + (long)(ahead.TotalSeconds * TimestampFrequency);

    public void MoveTo(DateTimeOffset time) => ahead += time - GetUtcNow();
}
