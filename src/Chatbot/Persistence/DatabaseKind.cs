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

    /// <summary>Folder of a SQLite file is made; PostgreSQL gets a pool that leaves room for two processes at its default of 100 connections,
    /// and plans that are kept: parsing and planning was a third of the server's work. What the setting itself says stays.</summary>
    public static string Prepared(string connection)
    {
        if (KindOf(connection) == DatabaseKind.PostgreSql) return PreparedPostgres(connection);
        var lite = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection) { ForeignKeys = true };
        if (Path.GetDirectoryName(Path.GetFullPath(lite.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        return lite.ConnectionString;
    }

    private static string PreparedPostgres(string connection)
    {
        var postgres = new NpgsqlConnectionStringBuilder(connection);
        if (!connection.Contains("Pool", StringComparison.OrdinalIgnoreCase)) postgres.MaxPoolSize = 40;
        if (!connection.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase)) (postgres.MaxAutoPrepare, postgres.AutoPrepareMinUsages) = (100, 3);
        // A plan is made for each run all the same: one that was made while a table was empty scans it whole when it has grown.
        if (!connection.Contains("Options=", StringComparison.OrdinalIgnoreCase)) postgres.Options = "-c plan_cache_mode=force_custom_plan";
        // Nothing of ours outlives its transaction in a session, so there is nothing to reset.
        if (!connection.Contains("No Reset", StringComparison.OrdinalIgnoreCase)) postgres.NoResetOnClose = true;
        return postgres.ConnectionString;
    }
}
