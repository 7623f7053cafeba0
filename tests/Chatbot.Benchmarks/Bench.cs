using Chatbot.Persistence;
using Chatbot.Simulator;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Processes;

namespace Chatbot.Benchmarks;

/// <summary>The service as in production beside a stand-in with its limits lifted: fsync on, the commit settings of the crash drill.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly PostgresCluster? cluster;

    private Bench(PostgresCluster? cluster, TestDatabase database, SimulatorApp simulator, ServiceProcess service, string folder) =>
        (this.cluster, Database, Simulator, Service, Folder) = (cluster, database, simulator, service, folder);

    public TestDatabase Database { get; }

    public SimulatorApp Simulator { get; }

    public ServiceProcess Service { get; }

    public string Folder { get; }

    public static async Task<Bench> StartAsync(string database, params (string, string)[] settings)
    {
        var kind = database == "sqlite" ? DatabaseKind.Sqlite : DatabaseKind.PostgreSql;
        var cluster = kind == DatabaseKind.PostgreSql ? await PostgresCluster.StartAsync(durable: true, "max_wal_size=2GB") : null;
        var fresh = cluster is null ? await TestDatabase.CreateAsync(kind) : await TestDatabase.CreateAsync(cluster);
        var simulator = await SimulatorApp.StartAsync(SimulatorOptions.HighThroughput(), CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("chatbot-bench-").FullName;
        var service = ServiceProcess.For(fresh, simulator, folder, [.. Lifted, .. settings]);
        await service.StartAsync();
        return new Bench(cluster, fresh, simulator, service, folder);
    }

    /// <summary>The platforms' rates are lifted on both sides, as the stand-in is no platform; durability is not.</summary>
    private static (string, string)[] Lifted =>
    [
        ("Logging__LogLevel__Default", "Error"),
        ("Zalo__Limits__0__Since", "2026-01-01"), ("Zalo__Limits__0__AppPermitsPerMinute", "100000000"), ("Zalo__Limits__0__OaPermitsPerMinute", "100000000"),
    ];

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Simulator.DisposeAsync();
        await Database.DisposeAsync();
        if (cluster is not null) await cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
