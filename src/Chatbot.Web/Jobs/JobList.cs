using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Sending;
using Chatbot.Channels.Zalo;
using Chatbot.Conversations;
using Chatbot.Hotline.After;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Hotline.Files;
using Chatbot.Learning;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;

namespace Chatbot.Web.Jobs;

/// <summary>Everything that returns by the clock.</summary>
internal static class JobList
{
    public static IReadOnlyList<RecurringJob> All { get; } =
    [
        new("sweep", "0/30 * * * * ?", (services, ct) => services.GetRequiredService<Sweeper>().SweepAsync(ct)),
        new("refresh-zalo-tokens", "10 * * * * ?", (services, ct) => services.GetRequiredService<ZaloTokens>().RefreshDueAsync(ct)),
        new("start-occurrences", "2/5 * * * * ?", (services, ct) => services.GetRequiredService<StartOccurrences>().StartDueAsync(ct)),
        new("start-campaigns", "0/5 * * * * ?", (services, ct) => services.GetRequiredService<StartCampaigns>().StartDueAsync(ct)),
        new("note-campaign-effects", "35 0/2 * * * ?", (services, ct) => services.GetRequiredService<NoteEffects>().NoteAsync(ct)),
        new("forget-campaign-rates", "0 45 2 * * ?", (services, ct) => services.GetRequiredService<RateBuckets>().ForgetAsync(ct)),
        new("forget-campaign-days", "15 45 2 * * ?", (services, ct) => services.GetRequiredService<DailyQuota>().ForgetAsync(ct)),
        new("erase-citizens", "5/20 * * * * ?",   // the citizen was told "right after this message"
            (services, ct) => services.GetRequiredService<CitizenEraser>().CarryOutAsync(ct)),
        new("assign-cases", "0/5 * * * * ?", (services, ct) => services.GetRequiredService<AssignWaitingCases>().AssignAsync(ct)),
        new("warn-of-deadlines", "20 * * * * ?", (services, ct) => services.GetRequiredService<WarnOfDeadlines>().WarnAsync(ct)),
        new("note-failed-answers", "12/20 * * * * ?", (services, ct) => services.GetRequiredService<NoteFailedAnswers>().NoteAsync(ct)),
        new("forget-presence", "7/15 * * * * ?", (services, ct) => services.GetRequiredService<ShowPresence>().ForgetAsync(ct)),
        new("close-answered-cases", "0 5 * * * ?", (services, ct) => services.GetRequiredService<CareForCases>().CloseAnsweredAsync(ct)),
        new("ask-satisfaction", "40 0/2 * * * ?", (services, ct) => services.GetRequiredService<AskSatisfaction>().AskAsync(ct)),
        new("delete-old-cases", "0 50 2 * * ?", (services, ct) => services.GetRequiredService<CareForCases>().DeleteOldAsync(ct)),
        new("fetch-citizen-files", "3/10 * * * * ?", async (services, ct) =>
        {
            await services.GetRequiredService<CollectCitizenFiles>().CollectAsync(ct);
            await services.GetRequiredService<FetchCitizenFiles>().FetchAsync(ct);
        }),
        new("forget-citizen-files", "0 10 * * * ?", (services, ct) => services.GetRequiredService<KeepCitizenFiles>().ForgetAsync(ct)),
        new("sweep-files", "0 15 * * * ?", (services, ct) => services.GetRequiredService<KeepFiles>().SweepAsync(ct)),
        new("collect-questions", "25 0/2 * * * ?", (services, ct) => services.GetRequiredService<CollectQuestions>().CollectAsync(ct)),
        new("note-answered-questions", "50 0/10 * * * ?", (services, ct) => services.GetRequiredService<NoteAnsweredQuestions>().NoteAsync(ct)),
        new("forget-questions", "0 55 2 * * ?", (services, ct) => services.GetRequiredService<ForgetQuestions>().ForgetAsync(ct)),
        new("apply-retention", "0 40 2 * * ?", (services, ct) => services.GetRequiredService<Retention>().ApplyAsync(ct)),
        new("forget-api-answers", "0 35 2 * * ?", (services, ct) => services.GetRequiredService<KeepApiKeys>().ForgetAnswersAsync(ct)),
        new("forget-old-sessions", "0 50 2 * * ?", (services, ct) => services.GetRequiredService<Sessions>().ForgetOldAsync(ct)),
    ];
}
