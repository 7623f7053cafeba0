using Microsoft.Data.Sqlite;

namespace Chatbot.Persistence;

/// <summary>One process works on a SQLite file. The operating system lets go of the lock however the process ends.</summary>
public sealed class SqliteFileLock : IDisposable
{
    private readonly FileStream file;

    private SqliteFileLock(FileStream file) => this.file = file;

    /// <returns>Null: not a SQLite file, nothing to lock.</returns>
    /// <exception cref="InvalidOperationException">Another process holds it; the message says what to do.</exception>
    public static SqliteFileLock? Take(DatabaseInfo database)
    {
        if (database.Kind != DatabaseKind.Sqlite) return null;
        var path = Path.GetFullPath(new SqliteConnectionStringBuilder(database.Connection).DataSource) + ".lock";
        try
        {
            return new SqliteFileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"Another process of this service already works on the SQLite file ({path} is locked). Stop it first, or use PostgreSQL for several processes ({ConnectionText.Setting}).");
        }
    }

    public void Dispose() => file.Dispose();
}
