using Chatbot.Campaigns;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Audit;
using Chatbot.Web.Console.Campaigns.Reporting;
using Chatbot.Web.Console.Campaigns.Writing;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

internal static class CampaignPageServices
{
    public static IServiceCollection AddCampaignPages(this IServiceCollection services)
    {
        AuditWords.Add("campaign.added", CampaignPageTexts.ActionAdded);
        AuditWords.Add("campaign.changed", CampaignPageTexts.ActionChanged);
        AuditWords.Add("segment.added", CampaignPageTexts.ActionSegmentAdded);
        AuditWords.Add("segment.changed", CampaignPageTexts.ActionSegmentChanged);
        AuditWords.Add("legal_document.added", WritingTexts.ActionLegalAdded);
        AuditWords.Add("legal_document.changed", WritingTexts.ActionLegalChanged);
        AuditWords.Add("legal_document.deleted", WritingTexts.ActionLegalRemoved);
        AuditWords.Add("message_template.added", WritingTexts.ActionTemplateAdded);
        AuditWords.Add("message_template.changed", WritingTexts.ActionTemplateChanged);
        AuditWords.Add("daily_limit.added", CampaignPageTexts.ActionLimitAdded);
        AuditWords.Add("daily_limit.changed", CampaignPageTexts.ActionLimitChanged);
        AuditWords.Add("daily_limit.deleted", CampaignPageTexts.ActionLimitRemoved);
        AuditWords.Add("delivery.settled", CampaignPageTexts.ActionDeliverySettled);
        AuditWords.Add("publication.settled", CampaignPageTexts.ActionPublicationSettled);
        AuditWords.Add("outreach_topic.added", CampaignPageTexts.ActionTopicAdded);
        AuditWords.Add("outreach_topic.changed", CampaignPageTexts.ActionTopicChanged);
        return services.AddScoped<CampaignPageReader>().AddScoped<ReportReader>().AddSingleton<WriterHelpReader>().AddScoped<IWaiting, CampaignsToApprove>().AddScoped<IWaiting, StoppedCampaigns>()
            .AddNavigation(new NavigationItem("/console/campaigns", CampaignPageTexts.Menu, Icon.Megaphone, CampaignRoutes.Readers, 55));
    }
}

/// <summary>Submitted, and written by others.</summary>
internal sealed class CampaignsToApprove(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.Approver;

    public int Order => 42;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        var me = visitor.OfficialId;
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<Campaign>().Within(scope).CountAsync(c => c.Status == CampaignStatus.Submitted && c.ApproverId != me
            && !db.Set<CampaignWriter>().Any(w => w.CampaignId == c.Id && w.OfficialId == me), ct);
        return new WaitingTile(CampaignPageTexts.Waiting, CampaignPageTexts.WaitingHint, count, "/console/campaigns?state=submitted");
    }
}

/// <summary>Stopped by themselves: somebody must look.</summary>
internal sealed class StoppedCampaigns(IDbContextFactory<ChatbotDb> databases) : IWaiting
{
    public Right Any => Right.CampaignSender;

    public int Order => 43;

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = await db.Set<Campaign>().Within(scope).CountAsync(c => c.Status == CampaignStatus.Paused && c.StoppedBecause != null, ct);
        return new WaitingTile(CampaignPageTexts.Stopped, CampaignPageTexts.StoppedHint, count, "/console/campaigns?state=paused");
    }
}
