using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Learning;

public static class LearningServices
{
    /// <summary>Learning from what was not understood. Needs persistence, officials, messaging, catalogue and conversations. Recurring jobs call
    /// <see cref="CollectQuestions"/>, <see cref="NoteAnsweredQuestions"/> and <see cref="ForgetQuestions"/>.</summary>
    public static IHostApplicationBuilder AddLearning(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LearningOptions>().BindConfiguration("Learning").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TalkReader>().AddSingleton<QuestionKeeper>().AddSingleton<CollectQuestions>().AddSingleton<NoteAnsweredQuestions>().AddSingleton<ForgetQuestions>();
        services.AddSingleton<PhraseRules>().AddSingleton<PhraseBook>().AddSingleton<TeachPhrase>().AddSingleton<WithdrawPhrase>();
        services.AddSingleton<AcceptProposal>().AddSingleton<RejectProposal>();
        return builder;
    }
}
