using System.Data.Common;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chatbot.ComponentTests.Databases;

public sealed class TestDatabaseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_databases_do_not_see_each_other(DatabaseKind kind)
    {
        await using var first = await TestDatabase.CreateAsync(kind);
        await using var second = await TestDatabase.CreateAsync(kind);

        await ExecuteAsync(first, "CREATE TABLE note (text varchar(20))");
        await ExecuteAsync(second, "CREATE TABLE note (text varchar(20))");
        await ExecuteAsync(first, "INSERT INTO note VALUES ('sổ hộ khẩu')");

        Assert.Equal(1L, await ExecuteAsync(first, "SELECT count(*) FROM note"));
        Assert.Equal(0L, await ExecuteAsync(second, "SELECT count(*) FROM note"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_disposed_database_is_gone(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await ExecuteAsync(database, "CREATE TABLE note (text varchar(20))");

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(database, "SELECT count(*) FROM note"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_migrated_database_holds_the_first_office_and_is_not_shared(DatabaseKind kind)
    {
        await using var first = await TestDatabase.CreateMigratedAsync(kind);
        await using var second = await TestDatabase.CreateMigratedAsync(kind);
        await using var db = first.NewContext();
        await db.Set<Unit>().ExecuteUpdateAsync(set => set.SetProperty(u => u.Name, "Phường Mẫu"));

        await using var other = second.NewContext();

        Assert.Equal("Phường Mẫu", (await db.Set<Unit>().SingleAsync()).Name);
        Assert.NotEqual("Phường Mẫu", (await other.Set<Unit>().SingleAsync()).Name);
    }

    [PostgresFact]
    public async Task A_durable_cluster_waits_for_the_disk_and_leaves_nothing_behind()
    {
        var cluster = await PostgresCluster.StartAsync(durable: true, "max_connections=30");
        await using (var database = await TestDatabase.CreateAsync(cluster))
        {
            Assert.Equal("on", await ExecuteAsync(database, "SHOW fsync"));
            Assert.Equal("30", await ExecuteAsync(database, "SHOW max_connections"));
        }

        await cluster.DisposeAsync();

        Assert.False(Directory.Exists(cluster.Folder));
    }

    private static async Task<object?> ExecuteAsync(TestDatabase database, string sql)
    {
        await using DbConnection connection = database.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
