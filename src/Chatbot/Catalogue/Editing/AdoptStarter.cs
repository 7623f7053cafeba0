using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Starter;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Editing;

/// <summary>Puts the catalogue that ships with the project into the database, so that an office can look at it and change it. Again: nothing happens.</summary>
public sealed class AdoptStarter(CatalogueImport import) : IDisposable
{
    public const string Source = "Danh mục kèm theo phần mềm";

    private readonly SemaphoreSlim adopting = new(1, 1);

    /// <returns>Entries that were added; 0 also when another process was adopting it at the same moment.</returns>
    public async Task<int> AdoptAsync(Guid unitId, CancellationToken ct)
    {
        await adopting.WaitAsync(ct);
        try
        {
            return await AddAsync(unitId, ct);
        }
        catch (DbUpdateException)
        {
            return 0;   // versions are unique: the other process has them, or will in a moment
        }
        finally
        {
            adopting.Release();
        }
    }

    public void Dispose() => adopting.Dispose();

    private async Task<int> AddAsync(Guid unitId, CancellationToken ct)
    {
        var procedures = await import.ProceduresAsync(new ImportRequest(unitId, Source, ""), Rows(StarterCatalogue.Procedures), progress: null, ct);
        var faqs = await import.FaqAsync(new ImportRequest(unitId, Source, ""), Rows(StarterCatalogue.Faq), progress: null, ct);
        return procedures.Run.Added + faqs.Run.Added;
    }

    private static async IAsyncEnumerable<CatalogueRow<T>> Rows<T>(IReadOnlyList<T> entries)
        where T : class
    {
        for (var i = 0; i < entries.Count; i++) yield return new CatalogueRow<T>(i + 1, entries[i], []);
        await Task.CompletedTask;
    }
}
