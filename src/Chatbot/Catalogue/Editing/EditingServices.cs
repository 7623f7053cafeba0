using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Catalogue.Editing;

internal static class EditingServices
{
    /// <summary>Changes by hand: written by one, approved by another.</summary>
    public static IServiceCollection AddCatalogueEditing(this IServiceCollection services) => services
        .AddSingleton<DraftDesk>().AddSingleton<BeginDraft>().AddSingleton<WriteDraft>().AddSingleton<SubmitDraft>()
        .AddSingleton<ReturnDraft>().AddSingleton<DiscardDraft>().AddSingleton<ApproveDraft>().AddSingleton<AdoptStarter>();
}
