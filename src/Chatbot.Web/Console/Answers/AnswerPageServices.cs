using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Preview;

namespace Chatbot.Web.Console.Answers;

internal static class AnswerPageServices
{
    public static IServiceCollection AddAnswerPages(this IServiceCollection services)
    {
        AuditWords.Add("published_answer.added", AnswersTexts.ActionAdded);
        AuditWords.Add("published_answer.changed", AnswersTexts.ActionChanged);
        AuditWords.Add("case.quoted", AnswersTexts.ActionQuoted);
        return services.AddScoped<AnswerPageReader>().AddSingleton<ChannelPreview>()
            .AddScoped<IWaiting, AnswersToApprove>().AddScoped<IWaiting, AnswersToWrite>()
            .AddNavigation(new NavigationItem("/console/answers", AnswersTexts.Menu, Icon.Question, AnswerRoutes.Readers, 50));
    }
}
