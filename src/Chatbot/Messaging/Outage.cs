using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Chatbot.Messaging;

/// <summary>Tells a database that is away from an event that cannot be handled: the first is waited out, the second must not stop the others.</summary>
internal static class Outage
{
    public static bool Is(Exception? error) => error switch
    {
        null => false,
        OperationCanceledException => false,
        PostgresException postgres => postgres.IsTransient || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or SocketException or TimeoutException => true,
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } => true, // busy, locked, read-only, I/O, full, cannot open
        _ => Is(error.InnerException),
    };
}
