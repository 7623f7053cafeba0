using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Reporting;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Testing;
using Chatbot.Campaigns.Writing;
using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Campaigns.Writing.Templates;
using Chatbot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chatbot.Campaigns;

public static class CampaignServices
{
    /// <summary>Writing and steering campaigns for every process; sending where <paramref name="works"/>. Needs messaging, the channels and the hotline's calendar.</summary>
    public static IHostApplicationBuilder AddCampaigns(this IHostApplicationBuilder builder, bool works)
    {
        var services = builder.Services;
        services.AddOptions<CampaignOptions>().BindConfiguration(CampaignOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CampaignDesk>().AddSingleton<WriteCampaign>().AddSingleton<JudgeCampaign>().AddSingleton<SteerCampaign>().AddSingleton<CampaignCheck>();
        services.AddSingleton<LeftOut>().AddSingleton<CountAudience>().AddSingleton<FreezeAudience>().AddSingleton<KeepSegments>().AddSingleton<KeepCitizens>();
        services.AddSingleton<DeliveryBodies>().AddSingleton<SendingHours>().AddSingleton<SendingRates>().AddSingleton<RateBuckets>().AddSingleton<DailyQuota>().AddSingleton<StartCampaigns>();
        services.AddSingleton<KeepDailyLimits>().AddSingleton<SettleUnknown>();
        services.AddSingleton<ReadProgress>().AddSingleton<ReadReport>().AddSingleton<NoteEffects>().AddSingleton<KeepShortLinks>().AddSingleton<FollowLink>().AddSingleton<FollowUpCampaign>();
        services.AddSingleton<LegalRegister>().AddSingleton<KeepTemplates>().AddSingleton<ReviewWriting>().AddSingleton<StartOccurrences>().AddSingleton<ReadBestHours>().AddSingleton<ForecastCampaign>();
        services.AddSingleton<KeepTopics>().AddSingleton<ImportRecipients>().AddSingleton<TestCampaign>();
        if (!works) return builder;
        services.AddSingleton<ISentElsewhere, DeliveryReceipts>();
        services.AddSingleton<WorkerLease>().AddSingleton<DeliveryStore>().AddSingleton<DeliveryOutcomes>().AddSingleton<OutcomeSettlement>().AddSingleton<CampaignKeeper>().AddSingleton<PublishCampaigns>().AddSingleton<UnitTurns>().AddSingleton<LaneServices>();
        services.AddHostedService<CampaignPump>();
        return builder;
    }
}
