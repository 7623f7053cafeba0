using Chatbot.Catalogue.Answers;
using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Starter;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Catalogue;

public static class CatalogueServices
{
    /// <summary>The catalogue that answers read (<see cref="CatalogueStore"/>) and its import; wants <c>AddPersistence</c>.</summary>
    public static IHostApplicationBuilder AddCatalogue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CatalogueImport>().AddAnswers().AddCatalogueEditing();
        builder.Services.AddSingleton(services => new CatalogueStore(
            services.GetRequiredService<IDbContextFactory<ChatbotDb>>(), services.GetRequiredService<TimeProvider>(), Starter));
        return builder;
    }

    /// <summary>What ships with the project, as content.</summary>
    public static CatalogueContent Starter() =>
        CatalogueContent.Of(StarterCatalogue.Procedures, StarterCatalogue.Faq, StarterCatalogue.Offices);
}
