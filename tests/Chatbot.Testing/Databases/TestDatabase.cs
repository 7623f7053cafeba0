using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Testing.Databases;

/// <summary>A fresh database for one test, gone when disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> SqliteTemplate = new(MigratedSqliteAsync);
    private static readonly Lazy<Task<TestDatabase>> PostgresTemplate =
        new(async () => await MigratedAsync(await CreateAsync(await PostgresCluster.SharedAsync())));

    private readonly Func<Task> drop;

    internal TestDatabase(DatabaseKind kind, string connectionString, string name, Func<Task> drop)
    {
        Kind = kind;
        ConnectionString = connectionString;
        Name = name;
        this.drop = drop;
    }

    public DatabaseKind Kind { get; }

    /// <summary>As the setting <c>ConnectionStrings__Chatbot</c> wants it.</summary>
    public string ConnectionString { get; }

    /// <summary>SQLite: path of the file.</summary>
    internal string Name { get; }

    /// <summary>Without tables.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind) => kind == DatabaseKind.Sqlite
        ? TestDatabases.CreateSqlite()
        : await CreateAsync(await PostgresCluster.SharedAsync());

    /// <summary>Without tables, on a cluster of the caller's, for example a durable one.</summary>
    public static Task<TestDatabase> CreateAsync(PostgresCluster cluster) => TestDatabases.CreatePostgresAsync(cluster, template: "template1");

    /// <summary>With the tables of all migrations: a copy of one that was migrated once in this test process.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite) return TestDatabases.CopySqlite((await SqliteTemplate.Value).Name);
        var template = await PostgresTemplate.Value;
        return await TestDatabases.CreatePostgresAsync(await PostgresCluster.SharedAsync(), template.Name);
    }

    public ChatbotDb NewContext()
    {
        var options = new DbContextOptionsBuilder<ChatbotDb>();
        PersistenceServices.Configure(options, Kind, ConnectionString);
        return new ChatbotDb(options.Options);
    }

    public async ValueTask DisposeAsync() => await drop();

    private static Task<TestDatabase> MigratedSqliteAsync()
    {
        var template = TestDatabases.CreateSqlite();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.drop().Wait();
        return MigratedAsync(template);
    }

    private static async Task<TestDatabase> MigratedAsync(TestDatabase database)
    {
        await using (var db = database.NewContext()) await db.Database.MigrateAsync();
        TestDatabases.Disconnect(database);   // a template with an open connection cannot be copied
        return database;
    }
}
