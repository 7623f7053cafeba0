using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chatbot.Persistence;

/// <summary>Brings the database to this version; two processes that start together take turns (EF Core's migration lock).</summary>
public static class Migrator
{
    /// <param name="patience">How long to wait for a database server that is still starting.</param>
    public static async Task MigrateAsync(IDbContextFactory<ChatbotDb> databases, TimeSpan patience, TimeProvider clock, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + patience;
        while (true)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                await db.Database.MigrateAsync(ct);
                return;
            }
            catch (Exception error) when (error is NpgsqlException { IsTransient: true } or SqliteException { SqliteErrorCode: 5 } && clock.GetUtcNow() < until)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, ct);
            }
        }
    }
}
