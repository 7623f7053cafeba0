using Npgsql;

namespace Chatbot.Persistence;

public enum DatabaseKind { Sqlite, PostgreSql }

/// <summary>Which database a connection string means, told by its own words.</summary>
public static class ConnectionText
{
    public const string Setting = "ConnectionStrings:Chatbot";

    /// <exception cref="InvalidOperationException">Neither; the message names the setting and both forms.</exception>
    public static DatabaseKind KindOf(string connection)
    {
        if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase)) return DatabaseKind.PostgreSql;
        if (connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase)) return DatabaseKind.Sqlite;
        throw new InvalidOperationException(
            $"{Setting} must be \"Data Source=…\" (SQLite) or \"Host=…;Database=…;Username=…;Password=…\" (PostgreSQL).");
    }

    /// <summary>Folder of a SQLite file is made; PostgreSQL gets a pool that leaves room for two processes at its default of 100 connections.</summary>
    public static string Prepared(string connection)
    {
        if (KindOf(connection) == DatabaseKind.PostgreSql)
        {
            var postgres = new NpgsqlConnectionStringBuilder(connection);
            if (!connection.Contains("Pool", StringComparison.OrdinalIgnoreCase)) postgres.MaxPoolSize = 40;
            return postgres.ConnectionString;
        }
        var lite = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection) { ForeignKeys = true };
        if (Path.GetDirectoryName(Path.GetFullPath(lite.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        return lite.ConnectionString;
    }
}
