using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>An import in the list.</summary>
public static class ImportRows
{
    /// <summary>The newest first; changes by hand are no imports of a file.</summary>
    public static IOrderedQueryable<ImportRun> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var runs = db.Set<ImportRun>().Within(scope).Where(r => r.Source != Chatbot.Catalogue.Editing.ApproveDraft.LocalSource);
        if (query.Search.Length > 0) runs = runs.Where(r => r.FileName.Contains(query.Search) || r.Source.Contains(query.Search));
        return runs.OrderByDescending(r => r.StartedAt).ThenBy(r => r.Id);
    }

    public static string Words(ImportKind kind) => kind == ImportKind.Faq ? CatalogueTexts.Faqs : CatalogueTexts.Procedures;
}
