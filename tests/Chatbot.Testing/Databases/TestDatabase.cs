using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatbot.Testing.Databases;

/// <summary>A fresh, empty database for one test, gone when disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private TestDatabase(DatabaseKind kind, string connectionString, Func<Task> drop)
    {
        Kind = kind;
        ConnectionString = connectionString;
        this.drop = drop;
    }

    public DatabaseKind Kind { get; }

    /// <summary>As the setting <c>ConnectionStrings__Chatbot</c> wants it.</summary>
    public string ConnectionString { get; }

    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite ? Task.FromResult(CreateSqlite()) : CreatePostgresAsync();

    /// <summary>On a cluster of the caller's, for example a durable one.</summary>
    public static async Task<TestDatabase> CreateAsync(PostgresCluster cluster)
    {
        var name = "chatbot_" + Guid.NewGuid().ToString("N");
        await cluster.ExecuteAsync($"CREATE DATABASE {name}");
        var connectionString = cluster.ConnectionString(name);
        return new TestDatabase(DatabaseKind.Postgres, connectionString, async () =>
        {
            using (var connection = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(connection);
            await cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        });
    }

    public async ValueTask DisposeAsync() => await drop();

    private static async Task<TestDatabase> CreatePostgresAsync() => await CreateAsync(await PostgresCluster.SharedAsync());

    private static TestDatabase CreateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-sqlite-").FullName;
        var connectionString = $"Data Source={Path.Combine(folder, "chatbot.db")}";
        return new TestDatabase(DatabaseKind.Sqlite, connectionString, () =>
        {
            using (var connection = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(connection);
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }
}
