using Chatbot.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatbot.Testing.Databases;

/// <summary>How databases for tests come and go on each server.</summary>
internal static class TestDatabases
{
    public static async Task<TestDatabase> CreatePostgresAsync(PostgresCluster cluster, string template)
    {
        var name = "chatbot_" + Guid.NewGuid().ToString("N");
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var connectionString = cluster.ConnectionString(name);
        return new TestDatabase(DatabaseKind.PostgreSql, connectionString, name, async () =>
        {
            DisconnectPostgres(connectionString);
            await cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        });
    }

    public static TestDatabase CreateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-sqlite-").FullName;
        var file = Path.Combine(folder, "chatbot.db");
        var connectionString = $"Data Source={file}";
        return new TestDatabase(DatabaseKind.Sqlite, connectionString, file, () =>
        {
            DisconnectSqlite(connectionString);
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    public static TestDatabase CopySqlite(string file)
    {
        var copy = CreateSqlite();
        File.Copy(file, copy.Name);
        return copy;
    }

    public static void Disconnect(TestDatabase database)
    {
        if (database.Kind == DatabaseKind.Sqlite) DisconnectSqlite(database.ConnectionString);
        else DisconnectPostgres(database.ConnectionString);
    }

    private static void DisconnectPostgres(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static void DisconnectSqlite(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
