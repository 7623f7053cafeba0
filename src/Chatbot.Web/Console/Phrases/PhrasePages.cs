using Chatbot.Officials;
using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Phrases;

internal static class PhrasePages
{
    /// <summary>"Câu hỏi chưa hiểu". Needs <c>AddLearning</c>.</summary>
    public static IServiceCollection AddPhrasePages(this IServiceCollection services)
    {
        AuditWords.Add("office_phrase.added", PhrasesTexts.ActionTaught);
        AuditWords.Add("office_phrase.changed", PhrasesTexts.ActionWithdrawn);
        AuditWords.Add("question_group.rejected", PhrasesTexts.ActionRejected);
        return services.AddScoped<IWaiting, WaitingProposals>()
            .AddNavigation(new NavigationItem(ProposalRoutes.Home, PhrasesTexts.Title, Icon.Chat, Right.CatalogueEditor, 55));
    }
}
