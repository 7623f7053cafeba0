using System.Text;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Catalogue;

/// <summary>A database, a clock that stands still until it is moved, and imports of rows written down in a test.</summary>
public sealed class ImportedCatalogue : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WriteGate gate;
    private readonly StoppedClock clock = new(new DateTimeOffset(2026, 9, 1, 3, 0, 0, TimeSpan.Zero));
    private readonly Contexts contexts;

    private ImportedCatalogue(TestDatabase database)
    {
        this.database = database;
        gate = new WriteGate(database.Kind);
        contexts = new Contexts(database);
        Store = new CatalogueStore(contexts, clock, () => CatalogueContent.Of([new Procedure("9.999999", "Có sẵn")], [], []));
    }

    public CatalogueStore Store { get; }

    public static async Task<ImportedCatalogue> CreateAsync(DatabaseKind kind) => new(await TestDatabase.CreateMigratedAsync(kind));

    public Task<ImportReport> ImportAsync(params string[] lines) => ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public Task<ImportReport> ImportAsync(Stream file) => Import.ProceduresAsync(
        new ImportRequest(Unit.RootId, "thử", "thu.jsonl"), JsonRows.ProceduresAsync(file, null, CancellationToken.None), null, CancellationToken.None);

    public Task<ImportReport> ImportFaqAsync(params string[] lines) => Import.FaqAsync(
        new ImportRequest(Unit.RootId, "thử", "hoi.jsonl"),
        JsonRows.FaqAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), CancellationToken.None), null, CancellationToken.None);

    public Task<CatalogueSnapshot> SnapshotAsync() => Store.RefreshAsync(Unit.RootId, CancellationToken.None);

    public void Today(int year, int month, int day) => clock.Now = new DateTimeOffset(year, month, day, 3, 0, 0, TimeSpan.Zero);

    public async Task<int> CountAsync<T>()
        where T : class
    {
        await using var db = database.NewContext();
        return await db.Set<T>().CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        gate.Dispose();
        await database.DisposeAsync();
    }

    private CatalogueImport Import => new(contexts, gate, clock);

    private sealed class Contexts(TestDatabase database) : IDbContextFactory<ChatbotDb>
    {
        public ChatbotDb CreateDbContext() => database.NewContext();
    }

    private sealed class StoppedClock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
