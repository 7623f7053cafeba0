using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns;

/// <summary>Begins and changes drafts. Whatever is written takes an approval back.</summary>
public sealed class WriteCampaign(CampaignDesk desk, IDbContextFactory<ChatbotDb> databases)
{
    public Task<CampaignAct> BeginAsync(Guid unitId, CampaignDraft draft, CampaignActor actor, CancellationToken ct) => BeginAsync(unitId, draft, actor, _ => [], ct);

    /// <param name="beside">Rows that are saved with the draft, or not at all.</param>
    public async Task<CampaignAct> BeginAsync(Guid unitId, CampaignDraft draft, CampaignActor actor, Func<Campaign, IReadOnlyList<object>> beside, CancellationToken ct)
    {
        if (!actor.UnitIds.Contains(unitId)) return new CampaignAct(CampaignOutcome.Unknown, null);
        if (FormFaults(draft) is { Count: > 0 } faults) return new CampaignAct(CampaignOutcome.Unsound, null) { Faults = faults };
        var campaign = new Campaign { UnitId = unitId, AuthorId = actor.OfficialId, CreatedAt = desk.Now };
        campaign.Write(draft, actor.OfficialId, desk.Now);
        await desk.AddAsync(campaign, beside(campaign), ct);
        return new CampaignAct(CampaignOutcome.Done, campaign);
    }

    public Task<CampaignAct> WriteAsync(SeenCampaign seen, CampaignDraft draft, CampaignActor actor, CancellationToken ct) => FormFaults(draft) is { Count: > 0 } faults
        ? Task.FromResult(new CampaignAct(CampaignOutcome.Unsound, null) { Faults = faults })
        : desk.ActAsync(seen, actor, async (db, campaign) =>
        {
            if (!campaign.IsOpenToEditors) return CampaignOutcome.WrongState;
            if (!campaign.Write(draft, actor.OfficialId, desk.Now)) return CampaignOutcome.Done;
            if (!await db.Set<CampaignWriter>().AnyAsync(w => w.CampaignId == campaign.Id && w.OfficialId == actor.OfficialId, ct))
                db.Add(new CampaignWriter { CampaignId = campaign.Id, OfficialId = actor.OfficialId });
            return CampaignOutcome.Done;
        }, ct);

    /// <summary>Another beginning, and the end as much later or earlier. An approval is taken back as by any change.</summary>
    public async Task<CampaignAct> MoveAsync(SeenCampaign seen, DateTimeOffset startsAt, CampaignActor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == seen.Id && actor.UnitIds.Contains(c.UnitId), ct);
        if (found is null) return new CampaignAct(CampaignOutcome.Unknown, null);
        var draft = found.Read();
        var later = draft.StartsAt is { } before ? startsAt - before : TimeSpan.Zero;
        return await WriteAsync(seen, draft with { StartsAt = startsAt, EndsAt = draft.EndsAt + later }, actor, ct);
    }

    /// <summary>The segment as it stands now, for a draft.</summary>
    /// <returns>Null: not there, or not the actor's.</returns>
    public async Task<SegmentChoice?> ChooseAsync(Guid segmentId, CampaignActor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var segment = await db.Set<Segment>().FirstOrDefaultAsync(s => s.Id == segmentId && actor.UnitIds.Contains(s.UnitId) && s.WithdrawnAt == null, ct);
        return segment is null ? null : new SegmentChoice(segment.Id, segment.Version, segment.Read());
    }

    /// <summary>What cannot even be stored; a draft may be incomplete otherwise.</summary>
    private static IReadOnlyList<CampaignFault> FormFaults(CampaignDraft draft)
    {
        var faults = new List<CampaignFault>();
        if (CampaignContent.Tidy(draft.Name).Length is 0 or > CampaignDraft.LongestName) faults.Add(CampaignFault.Name);
        if (draft.Content.Text.Length > CampaignContent.LongestText || draft.Content.Links.Count > CampaignContent.MostLinks) faults.Add(CampaignFault.Content);
        return faults;
    }
}
