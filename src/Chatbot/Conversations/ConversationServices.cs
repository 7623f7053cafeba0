using Chatbot.Campaigns.Audience;
using Chatbot.Conversations.Dialogs;
using Chatbot.Hotline;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Understanding.Advice;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Conversations;

public static class ConversationServices
{
    /// <summary>The bot as the dispatcher's <see cref="ITurnHandler"/>. Needs persistence, an <see cref="Persistence.ISecretBox"/> and
    /// the catalogue. A recurring job calls <see cref="CitizenEraser.CarryOutAsync"/>.</summary>
    public static IHostApplicationBuilder AddConversations(this IHostApplicationBuilder builder)
    {
        builder.AddHotline();
        var services = builder.Services;
        services.AddOptions<ConversationsOptions>().BindConfiguration("Conversations").ValidateDataAnnotations().ValidateOnStart();
        var isDevelopment = builder.Environment.IsDevelopment();
        services.PostConfigure<ConversationsOptions>(options => options.UseSampleOffices ??= isDevelopment);
        services.AddSingleton<Handovers>().AddSingleton<CaseLookup>().AddSingleton<DataRights>().AddSingleton<Satisfactions>().AddSingleton<ReadTopics>().AddSingleton<OutreachTopics>();
        services.AddSingleton<SecondOpinion>().TryAddSingleton<IQuestionAdvisor, NoAdvisor>();
        services.AddSingleton<ButtonRouter>().AddSingleton<TextRouter>().AddSingleton<ITurnHandler, CitizenBot>();
        services.AddSingleton<KnowledgeKeeper>().AddSingleton<IKnowledgeSource>(found => found.GetRequiredService<KnowledgeKeeper>());
        services.AddHostedService(found => found.GetRequiredService<KnowledgeKeeper>());
        services.AddSingleton<IHealthReporter, HotlineReporter>();
        services.AddSingleton<CitizenEraser>().AddSingleton<SuggestAnswer>().AddSingleton<PreviewContent>();
        return builder;
    }
}
