using Chatbot.Catalogue.Phrases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue;

/// <summary>Keeps the snapshot that answers read, and renews it when the database or the day has changed.</summary>
/// <param name="starter">Answers for procedures, for FAQ and for offices, each as long as the database has none of that kind.</param>
public sealed class CatalogueStore(IDbContextFactory<ChatbotDb> databases, TimeProvider clock, Func<CatalogueContent> starter) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile CatalogueSnapshot current = CatalogueSnapshot.Empty;

    /// <summary>Version of the entries in <see cref="current"/>, without its phrases.</summary>
    private string entries = "";

    /// <summary>Never null; empty until the first load.</summary>
    public CatalogueSnapshot Current => current;

    /// <param name="unitId">The office at the top; those below it are <see cref="CatalogueSnapshot.Units"/>.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>The snapshot in use afterwards: the same one when nothing has changed.</returns>
    public async Task<CatalogueSnapshot> RefreshAsync(Guid unitId, CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var today = VietnamDay.Of(clock.GetUtcNow());
            var stamp = $"{today:yyyyMMdd}-{await CatalogueReader.StampAsync(db, ct)}";
            var version = $"{stamp}-{await PhraseReader.StampAsync(db, unitId, ct)}";
            if (version == current.Version) return current;
            // A taught phrase leaves the entries as they are: reading thousands of them again would take longer than the index.
            var next = stamp == entries ? current : await ReadAsync(db, unitId, today, version, ct);
            (current, entries) = (next.With(await PhraseReader.ReadAsync(db, unitId, ct), version), stamp);
            return current;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private async Task<CatalogueSnapshot> ReadAsync(ChatbotDb db, Guid unitId, DateOnly today, string version, CancellationToken ct)
    {
        var tree = await OfficeTree.ReadAsync(db, unitId, ct);
        var top = CatalogueSnapshot.Build(WithStarter(await tree.ContentAsync(db, unitId, today, ct)), today, version);
        return top.With(await tree.BelowAsync(db, top, ct));
    }

    private CatalogueContent WithStarter(CatalogueContent content)
    {
        if (content.Procedures.Count > 0 && content.Faqs.Count > 0 && content.Offices.Count > 0) return content;
        var shipped = starter();
        return new CatalogueContent(
            content.Procedures.Count > 0 ? content.Procedures : shipped.Procedures,
            content.Faqs.Count > 0 ? content.Faqs : shipped.Faqs,
            content.Offices.Count > 0 ? content.Offices : shipped.Offices)
        { Answers = content.Answers };
    }
}
