using System.Text;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Service;

/// <summary>Where a word stands, in whatever table, column or file.</summary>
internal static class Traces
{
    /// <returns>Table and column of each find.</returns>
    public static async Task<List<string>> InTablesAsync(TestDatabase database, string word)
    {
        await using var db = database.NewContext();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in await TablesAsync(db, database.Kind))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (TextOf(reader.GetValue(i)).Contains(word, StringComparison.OrdinalIgnoreCase)) found.Add($"{table}.{reader.GetName(i)}");
        }
        return found;
    }

    /// <returns>Files that hold the word as UTF-8 or UTF-16, subfolders included.</returns>
    public static List<string> InFiles(string folder, string word) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !IsLock(file) && Holds(file, word))];

    public static string FolderOf(TestDatabase sqlite) => Path.GetDirectoryName(new SqliteConnectionStringBuilder(sqlite.ConnectionString).DataSource)!;

    // All tables that the database itself knows, the job engine's and the migrations' included.
    private static async Task<List<string>> TablesAsync(ChatbotDb db, DatabaseKind kind)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        return tables;
    }

    private static string TextOf(object value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value.ToString() ?? "";

    // Empty, and nobody else may open it while the service lives.
    private static bool IsLock(string file) => file.EndsWith(".lock", StringComparison.Ordinal);

    private static bool Holds(string file, string word)
    {
        var content = Read(file).AsSpan();
        return content.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || content.IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;
    }

    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];   // a journal that was there a moment ago
        }
    }
}
