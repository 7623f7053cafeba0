using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Reporting;

/// <summary>A new draft after an ended campaign, for those of its recipients whom it did not reach. It is approved like any other; whoever refuses messages meanwhile is left out.</summary>
public sealed class FollowUpCampaign(WriteCampaign write, IDbContextFactory<ChatbotDb> databases)
{
    /// <param name="name">Of the new draft.</param>
    public async Task<CampaignAct> BeginAsync(Guid campaignId, FollowUp whom, string name, CampaignActor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var campaign = await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == campaignId && actor.UnitIds.Contains(c.UnitId), ct);
        if (campaign is null) return new CampaignAct(CampaignOutcome.Unknown, null);
        if (!campaign.IsEnded || campaign.IsPublic || campaign.StartedAt is null) return new CampaignAct(CampaignOutcome.WrongState, campaign);
        var before = campaign.Read();
        var criteria = (before.Segment?.Criteria ?? Criteria.Everybody) with { Earlier = new EarlierDeliveries(campaign.Id, whom) };
        var segment = new SegmentChoice(before.Segment?.SegmentId ?? Guid.Empty, before.Segment?.Version ?? 0, criteria);
        return await write.BeginAsync(campaign.UnitId, before with { Name = CampaignDraft.CutName(name), Segment = segment, StartsAt = null, EndsAt = null }, actor, ct);
    }
}
