using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Catalogue;

internal static class CataloguePageServices
{
    public static IServiceCollection AddCataloguePages(this IServiceCollection services)
    {
        AuditWords.Add("catalogue.imported", CatalogueTexts.ActionImported);
        AuditWords.Add("entry_draft.added", CatalogueTexts.ActionDraftAdded);
        AuditWords.Add("entry_draft.changed", CatalogueTexts.ActionDraftChanged);
        AuditWords.Add("gaps.read", CatalogueTexts.ActionGapsRead);
        services.AddSingleton<ImportQueue>().AddHostedService(found => found.GetRequiredService<ImportQueue>());
        return services.AddScoped<EntryReader>().AddScoped<DraftReader>().AddScoped<CoverageReader>().AddScoped<GapReader>().AddScoped<GapFiles>().AddScoped<PrintCodes>()
            .AddScoped<IWaiting, DraftsToApprove>().AddScoped<IWaiting, DraftsReturned>()
            .AddNavigation(new NavigationItem(CatalogueRoutes.Path, CatalogueTexts.Title, Icon.Book, CatalogueRoutes.Readers, 52));
    }
}
