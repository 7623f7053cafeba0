using Chatbot.Persistence;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Crash;

/// <summary>A database whose commits are on the disk when they return, as in production (SQLite's always are).</summary>
internal sealed class DurableDatabase(TestDatabase database, PostgresCluster? cluster) : IAsyncDisposable
{
    public TestDatabase Database => database;

    /// <summary>A crash and a new start of the server; on SQLite there is none.</summary>
    public Task RestartAsync() => cluster?.RestartAsync() ?? Task.CompletedTask;

    public static async Task<DurableDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite) return new DurableDatabase(await TestDatabase.CreateAsync(kind), null);
        var cluster = await PostgresCluster.StartAsync(durable: true);
        return new DurableDatabase(await TestDatabase.CreateAsync(cluster), cluster);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        if (cluster is not null) await cluster.DisposeAsync();
    }
}
