using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Starter;

namespace Chatbot.Catalogue.Editing;

/// <summary>Puts the catalogue that ships with the project into the database, so that an office can look at it and change it. Again: nothing happens.</summary>
public sealed class AdoptStarter(CatalogueImport import)
{
    public const string Source = "Danh mục kèm theo phần mềm";

    /// <returns>Entries that were added.</returns>
    public async Task<int> AdoptAsync(Guid unitId, CancellationToken ct)
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
