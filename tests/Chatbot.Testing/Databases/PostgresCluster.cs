using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Chatbot.Testing.Databases;

/// <summary>A PostgreSQL server of our own in a temporary folder, on loopback and on a socket in that folder, open to this machine's users.
/// It ends and its folder goes when it is disposed of or when this process ends, by kill -9 too.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresCluster>> SharedCluster = new(() => StartAsync(durable: false));

    private readonly Process guard;

    private PostgresCluster(Process guard, string folder, int port)
    {
        this.guard = guard;
        Folder = folder;
        Port = port;
    }

    /// <summary>Data, log and unix socket.</summary>
    public string Folder { get; }

    public int Port { get; }

    /// <summary>The cluster of this test process, started with the first call; it does not wait for the disk.</summary>
    public static Task<PostgresCluster> SharedAsync() => SharedCluster.Value;

    /// <param name="durable">True: fsync as in production, for figures and crash tests.</param>
    /// <param name="settings">Further server settings, for example <c>max_connections=300</c>.</param>
    public static async Task<PostgresCluster> StartAsync(bool durable, params string[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var cluster = Launch(durable, settings);
            var failure = await cluster.WaitUntilReadyAsync();
            if (failure is null) return cluster;
            await cluster.DisposeAsync();
            // Another process may have taken the free port between our look and the server's start.
            if (attempt == 3) throw new InvalidOperationException($"PostgreSQL did not start:\n{failure}");
        }
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Include Error Detail=true";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The server stops at once, as if its machine had lost its power for a moment, and is back when this returns; what was committed is still there.</summary>
    public async Task RestartAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "again"), "");
        using (var stop = Process.Start("kill", $"-QUIT {(await File.ReadAllTextAsync(Path.Combine(Folder, "server"))).Trim()}")) await stop.WaitForExitAsync();
        while (File.Exists(Path.Combine(Folder, "again")) && !guard.HasExited) await Task.Delay(20);
        NpgsqlConnection.ClearAllPools();
        if (await WaitUntilReadyAsync() is { } failure) throw new InvalidOperationException($"PostgreSQL did not come back:\n{failure}");
    }

    public async ValueTask DisposeAsync()
    {
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static PostgresCluster Launch(bool durable, string[] settings)
    {
        var binaries = PostgresBinaries.Folder ?? throw new InvalidOperationException(PostgresBinaries.Missing);
        var folder = Directory.CreateTempSubdirectory("chatbot-pg-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(PostgresScript.Text);
        foreach (var argument in new[] { "postgres-guard", binaries, folder, $"{port}" }) start.ArgumentList.Add(argument);
        string[] speed = durable ? [] : ["fsync=off", "full_page_writes=off"];
        foreach (var setting in speed.Concat(settings)) start.ArgumentList.Add(setting);
        return new PostgresCluster(Process.Start(start)!, folder, port);
    }

    /// <returns>Null when it answers; else what it said.</returns>
    private async Task<string?> WaitUntilReadyAsync()
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(60) && !guard.HasExited)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return null;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }
        var log = Path.Combine(Folder, "log");
        return File.Exists(log) ? await File.ReadAllTextAsync(log) : "no log";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
