using Chatbot.Campaigns.Writing;

namespace Chatbot.Campaigns.Sending;

/// <summary>Deliveries that one lane has claimed and not marked yet. A claim costs as much for many as for few, so it takes about what leaves in a second; what lies here longer is given back, as whoever claims looks again who must not get it any more.</summary>
internal sealed class ClaimedAhead(Campaign campaign, Guid accountId, CampaignOptions options, DeliveryStore store, TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Queue<ClaimedDelivery> held = new();
    private long claimedAt, pacedAt;
    private int taken, takenBefore;

    /// <returns>At most so many, in their order, and how many rows were looked at or lay here.</returns>
    public async Task<(List<ClaimedDelivery> Some, int Seen)> TakeAsync(CampaignDraft draft, int atMost, CancellationToken ct)
    {
        var seen = held.Count;
        if (seen < atMost)
        {
            var (claimed, looked) = await store.ClaimAsync(campaign.Id, draft, accountId, Wanted(atMost) - seen, CancellationToken.None);   // half a claim would lie with nobody
            claimedAt = clock.GetTimestamp();
            foreach (var delivery in claimed) held.Enqueue(delivery);
            seen += looked;
        }
        var some = new List<ClaimedDelivery>(atMost);
        while (some.Count < atMost && held.TryDequeue(out var next)) some.Add(next);
        taken += some.Count;
        return (some, seen);
    }

    /// <summary>Nothing lies here for long: others may send it, and what the citizens have said meanwhile counts.</summary>
    public Task GiveBackOldAsync(CancellationToken ct) => held.Count > 0 && clock.GetElapsedTime(claimedAt) > Longest ? GiveBackAsync(ct) : Task.CompletedTask;

    public async Task GiveBackAsync(CancellationToken ct)
    {
        await store.GiveBackAsync([.. held.Select(delivery => delivery.Id)], ct);
        held.Clear();
    }

    /// <summary>The rows were given back otherwise.</summary>
    public void Forget() => held.Clear();

    private int Wanted(int atMost)
    {
        if (clock.GetElapsedTime(pacedAt) > Pace) (takenBefore, taken, pacedAt) = (clock.GetElapsedTime(pacedAt) > 2 * Pace ? 0 : taken, 0, clock.GetTimestamp());
        return Math.Max(atMost, Math.Min(options.ClaimSize, Math.Max(taken, takenBefore)));
    }
}
