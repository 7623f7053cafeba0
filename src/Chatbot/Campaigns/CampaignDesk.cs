using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns;

/// <summary>Who acts, and for which units: campaigns of other units are not found.</summary>
public sealed record CampaignActor(Guid OfficialId, IReadOnlyCollection<Guid> UnitIds);

/// <summary>The campaign as its reader saw it; an act on an older one is refused.</summary>
public sealed record SeenCampaign(Guid Id, int Revision);

/// <param name="Campaign">As it is now; null when it is unknown.</param>
public sealed record CampaignAct(CampaignOutcome Outcome, Campaign? Campaign)
{
    /// <summary>What must be mended; empty unless <see cref="CampaignOutcome.Unsound"/>.</summary>
    public IReadOnlyList<CampaignFault> Faults { get; init; } = [];
}

/// <summary>Unknown: not there, or of a unit that is not the actor's. WrongState: a draft cannot be approved, and so on. OwnWork: whoever wrote in it would approve.
/// Unsound: see <see cref="CampaignAct.Faults"/>. SamePerson: the second look is by another person.</summary>
public enum CampaignOutcome { Done, Unknown, WrongState, ChangedMeanwhile, OwnWork, Unsound, SamePerson }

/// <summary>How every act on a campaign is stored: by one person, from the state that this person saw, or not at all. Audited with it.</summary>
public sealed class CampaignDesk(IDbContextFactory<ChatbotDb> databases, WriteGate gate, LiveChanges live, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async Task<CampaignAct> ActAsync(SeenCampaign seen, CampaignActor actor, Func<ChatbotDb, Campaign, Task<CampaignOutcome>> act, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var campaign = await db.Set<Campaign>().AsTracking().FirstOrDefaultAsync(c => c.Id == seen.Id && actor.UnitIds.Contains(c.UnitId), ct);
        if (campaign is null) return new CampaignAct(CampaignOutcome.Unknown, null);
        if (campaign.Revision != seen.Revision) return new CampaignAct(CampaignOutcome.ChangedMeanwhile, campaign);
        var outcome = await act(db, campaign);
        if (outcome == CampaignOutcome.Done && !await SavedAsync(db, ct)) return new CampaignAct(CampaignOutcome.ChangedMeanwhile, campaign);
        if (outcome == CampaignOutcome.Done) await live.TellAsync(db, [LiveChange.Campaign(campaign.Id)], ct);
        return new CampaignAct(outcome, campaign);
    }

    internal Task<CampaignAct> ActAsync(SeenCampaign seen, CampaignActor actor, Func<Campaign, CampaignOutcome> act, CancellationToken ct) =>
        ActAsync(seen, actor, (_, campaign) => Task.FromResult(act(campaign)), ct);

    internal async Task AddAsync(Campaign campaign, IReadOnlyList<object> beside, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.AddRange(campaign, new CampaignWriter { CampaignId = campaign.Id, OfficialId = campaign.AuthorId });
        db.AddRange(beside);
        await db.SaveChangesAsync(ct);
    }

    // The row is updated only where its revision is still the one that was read; of two people one wins.
    internal static async Task<bool> SavedAsync(ChatbotDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
