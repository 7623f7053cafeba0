using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Writing;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns;

/// <summary>From the draft to the approval.</summary>
public sealed class JudgeCampaign(CampaignDesk desk, CampaignCheck check, ReviewWriting review, CountAudience count, IOptionsMonitor<CampaignOptions> options, IDbContextFactory<ChatbotDb> databases)
{
    /// <summary>Hands a draft to the approvers, with the number of recipients as it is now.</summary>
    public Task<CampaignAct> SubmitAsync(SeenCampaign seen, CampaignActor actor, CancellationToken ct) => SubmitAsync(seen, actor, _ => null, ct);

    /// <param name="beside">A row that is saved with the submission, or not at all; null: none.</param>
    public async Task<CampaignAct> SubmitAsync(SeenCampaign seen, CampaignActor actor, Func<Campaign, object?> beside, CancellationToken ct)
    {
        if (await FindAsync(seen.Id, actor, ct) is not { } found) return new CampaignAct(CampaignOutcome.Unknown, null);
        var draft = found.Read();
        var faults = await FaultsAsync(draft, ct);
        var expected = faults.Count == 0 && !found.IsPublic ? (await count.CountAsync(found.UnitId, draft, ct)).Reached : 0;
        if (draft.EndsAt <= desk.Now || (draft.Returns && !draft.Times(desk.Now).Any())) faults = [.. faults, CampaignFault.Times];
        // Who comes later is reached later.
        if (faults.Count == 0 && !found.IsPublic && expected == 0 && !draft.Returns) faults = [CampaignFault.NoRecipients];
        if (faults.Count > 0) return new CampaignAct(CampaignOutcome.Unsound, found) { Faults = faults };
        var above = options.CurrentValue.SecondLookAbove;
        return await desk.ActAsync(seen, actor, (db, campaign) =>
        {
            if (!campaign.Submit(expected, above > 0 && expected > above, desk.Now)) return Task.FromResult(CampaignOutcome.WrongState);
            if (beside(campaign) is { } row) db.Add(row);
            return Task.FromResult(CampaignOutcome.Done);
        }, ct);
    }

    /// <param name="contentHash"><see cref="Campaign.ContentHash"/> of what the approver read.</param>
    public async Task<CampaignAct> ApproveAsync(SeenCampaign seen, string contentHash, CampaignActor actor, CancellationToken ct)
    {
        // What was repealed, or forbidden by a setting, since it was handed in is not newly approved.
        if (await FindAsync(seen.Id, actor, ct) is { Status: CampaignStatus.Submitted } found && await FaultsAsync(found.Read(), ct) is { Count: > 0 } faults)
            return new CampaignAct(CampaignOutcome.Unsound, found) { Faults = faults };
        return await desk.ActAsync(seen, actor, async (db, campaign) =>
        {
            if (campaign.ContentHash != contentHash) return CampaignOutcome.ChangedMeanwhile;
            if (campaign.Status != CampaignStatus.Submitted) return CampaignOutcome.WrongState;
            // The database refuses it too; here it is told in words.
            if (await db.Set<CampaignWriter>().AnyAsync(w => w.CampaignId == campaign.Id && w.OfficialId == actor.OfficialId, ct)) return CampaignOutcome.OwnWork;
            if (campaign.ApproverId == actor.OfficialId) return CampaignOutcome.SamePerson;
            return campaign.Approve(actor.OfficialId, desk.Now) ? CampaignOutcome.Done : CampaignOutcome.OwnWork;
        }, ct);
    }

    public Task<CampaignAct> ReturnAsync(SeenCampaign seen, string remark, CampaignActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, campaign => campaign.Return(remark, because: null, desk.Now) ? CampaignOutcome.Done : CampaignOutcome.WrongState, ct);

    private async Task<IReadOnlyList<CampaignFault>> FaultsAsync(CampaignDraft draft, CancellationToken ct) => [.. check.Look(draft), .. (await review.ReviewAsync(draft, ct)).Faults()];

    private async Task<Campaign?> FindAsync(Guid id, CampaignActor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == id && actor.UnitIds.Contains(c.UnitId), ct);
    }
}
