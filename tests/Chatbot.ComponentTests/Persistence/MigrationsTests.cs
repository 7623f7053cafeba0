using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chatbot.ComponentTests.Persistence;

/// <summary>Migrations are written by hand, so a test holds them against the model: every column with its type and nullability, every index.</summary>
public sealed class MigrationsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Migrated_tables_are_the_model(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var db = database.NewContext();
        var columns = await ColumnsAsync(db, kind);
        var indexes = await IndexesAsync(db, kind);
        var differences = db.Model.GetEntityTypes().SelectMany(entity => Differences(entity, columns, indexes)).ToList();
        var expected = db.Model.GetEntityTypes().SelectMany(ModelColumns).Select(column => column.Name).ToHashSet();
        differences.AddRange(columns.Keys.Where(name => !expected.Contains(name) && !IsNotOurs(name)).Select(name => $"{name} is not in the model"));
        Assert.Empty(differences);
    }

    private static IEnumerable<string> Differences(IEntityType entity, Dictionary<string, (string Type, bool Nullable)> columns, HashSet<string> indexes)
    {
        foreach (var (name, type, nullable) in ModelColumns(entity))
        {
            if (!columns.TryGetValue(name, out var actual)) yield return $"{name} is missing";
            else if (!actual.Type.Equals(type, StringComparison.OrdinalIgnoreCase)) yield return $"{name} is {actual.Type}, the model says {type}";
            else if (actual.Nullable != nullable) yield return $"{name} nullable is {actual.Nullable}, the model says {nullable}";
        }
        foreach (var index in entity.GetIndexes().Where(i => !indexes.Contains(i.GetDatabaseName()!)))
            yield return $"index {index.GetDatabaseName()} is missing";
    }

    private static IEnumerable<(string Name, string Type, bool Nullable)> ModelColumns(IEntityType entity) =>
        from property in entity.GetProperties()
        let column = property.GetTableColumnMappings().First().Column
        select ($"{column.Table.Name}.{column.Name}", column.StoreType, column.IsNullable);

    private static bool IsNotOurs(string column) => column.StartsWith("__EF", StringComparison.Ordinal) || column.StartsWith("sqlite_", StringComparison.Ordinal);

    private static async Task<Dictionary<string, (string, bool)>> ColumnsAsync(ChatbotDb db, DatabaseKind kind)
    {
        var sql = kind == DatabaseKind.Sqlite
            ? "SELECT m.name || '.' || c.name, c.type, CASE WHEN c.\"notnull\" = 0 AND c.pk = 0 THEN 'YES' ELSE 'NO' END FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'"
            : """
              SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
              """;
        return (await RowsAsync(db, sql, 3)).ToDictionary(row => row[0], row => (row[1], row[2] == "YES"));
    }

    private static async Task<HashSet<string>> IndexesAsync(ChatbotDb db, DatabaseKind kind) =>
        [.. (await RowsAsync(db, kind == DatabaseKind.Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'index'" : "SELECT indexname FROM pg_indexes", 1)).Select(row => row[0])];

    private static async Task<List<string[]>> RowsAsync(ChatbotDb db, string sql, int width)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, width).Select(reader.GetString)]);
        return rows;
    }
}
