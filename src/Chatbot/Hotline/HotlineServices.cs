using Chatbot.Channels;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Files;
using Chatbot.Hotline.Inbox;
using Chatbot.Hotline.Phrases;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chatbot.Hotline;

public static class HotlineServices
{
    /// <summary>Cases from opening to closing. Needs persistence and an <see cref="Persistence.ISecretBox"/>; the recurring work is called by jobs.</summary>
    public static IHostApplicationBuilder AddHotline(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<CaseOptions>().BindConfiguration(CaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<LiveChanges>();
        services.TryAddSingleton<WakeUps>();
        services.TryAddSingleton<AuditTrail>();
        var folder = Path.Combine(DataFolder.Of(builder.Configuration[DataFolder.Setting]), "files");
        services.AddOptions<CitizenFileOptions>().BindConfiguration(CitizenFileOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FileDownload>().AddSingleton<CollectCitizenFiles>().AddSingleton<FetchCitizenFiles>().AddSingleton<KeepCitizenFiles>();
        services.AddSingleton(found => new FileStore(folder, found.GetRequiredService<ISecretBox>())).AddSingleton<KeepFiles>();
        services.AddSingleton<IOutboundFiles>(found => found.GetRequiredService<FileStore>());   // in place of "none"
        services.AddSingleton(WorkingCalendar.Shipped).AddSingleton(DeadlineRules.Shipped).AddSingleton<DeadlineClock>();
        services.AddSingleton<CaseDesk>().AddSingleton<CaseSearch>().AddSingleton<CitizenNews>();
        services.AddSingleton<CloseCase>().AddSingleton<ListOpenCases>().AddSingleton<HandBack>().AddSingleton<ChangeCase>();
        services.AddSingleton<JoinCitizen>().AddSingleton<BlockCitizen>().AddSingleton<NoteCase>().AddSingleton<CareForCases>();
        services.AddSingleton<KeepCannedAnswers>().AddSingleton<RunMacro>().AddSingleton<KeepMacros>().AddSingleton<KeepLabels>();
        services.AddSingleton<FindCases>().AddSingleton<ReadCase>().AddSingleton<ReadTimeline>().AddSingleton<SeeNotices>();
        services.AddSingleton<AskSatisfaction>().AddSingleton<DraftApology>().AddSingleton<QuoteCase>();
        services.AddSingleton<AssignCase>().AddSingleton<AssignWaitingCases>().AddSingleton<KeepAgent>().AddSingleton<ShowPresence>();
        services.AddSingleton<WarnOfDeadlines>().AddSingleton<ReplyWindows>().AddSingleton<AnswerSender>().AddSingleton<NoteFailedAnswers>();
        services.AddSingleton(found => new AnswerCase(found.GetRequiredService<CaseDesk>(), found.GetRequiredService<AnswerSender>(),
            found.GetRequiredService<CaseSearch>(), found.GetRequiredService<ISecretBox>(), found.GetRequiredService<WakeUps>(), found.GetRequiredService<IOptions<CaseOptions>>()));
        services.AddSingleton(found => new PreviewAnswer(found.GetRequiredService<CaseDesk>(), found.GetRequiredService<AnswerSender>(),
            found.GetRequiredService<ReplyWindows>(), found.GetServices<IChannelSender>()));
        return builder;
    }
}
