using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>A delivery in this process's hands.</summary>
/// <param name="Claim">See <see cref="Delivery.Claim"/>.</param>
internal sealed record ClaimedDelivery(long Id, long Claim, Guid AccountId, Channel Channel, DeliveryMethod Method, string CitizenId, string Language, int Attempts);

/// <summary>The statements between planned and leaving: each acts on many deliveries, from the right state only.</summary>
internal sealed class DeliveryStore(IDbContextFactory<ChatbotDb> databases, WriteGate gate, LeftOut leftOut, WorkerLease lease, TimeProvider clock)
{
    private long claims;

    /// <summary>Takes planned deliveries that are due; whoever must not get it any more is skipped with the reason.</summary>
    /// <returns>Those that may leave, and how many rows were looked at.</returns>
    public async Task<(List<ClaimedDelivery> Claimed, int Taken)> ClaimAsync(Guid campaignId, CampaignDraft draft, Guid accountId, int atMost, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var sql = SqlText.For(db);
        var (reason, claim) = (leftOut.Reason(sql, draft, now, campaignId), Interlocked.Increment(ref claims));
        var campaign = sql.Value(campaignId);
        List<long> taken;
        using (await gate.EnterAsync(ct))
            taken = await sql.ReadAsync<long>(db, $"""
                WITH due AS (
                  SELECT d.id AS number, d.conversation_id FROM delivery d
                  WHERE d.campaign_id = {campaign} AND d.account_id = {sql.Value(accountId)} AND d.is_open AND d.status = 'Planned' AND d.not_before <= {sql.Value(now)}
                  ORDER BY d.campaign_id, d.account_id, d.id LIMIT {sql.Value(atMost)}{(sql.IsSqlite ? "" : " FOR UPDATE OF d SKIP LOCKED")}),
                judged AS (
                  SELECT due.number, {reason} AS why
                  FROM due LEFT JOIN conversation c ON c.id = due.conversation_id LEFT JOIN channel_account a ON a.id = {sql.Value(accountId)} LEFT JOIN citizen_profile p ON p.id = due.conversation_id)
                UPDATE delivery SET status = CASE WHEN judged.why IS NULL THEN 'Claimed' ELSE 'Skipped' END, reason = judged.why,
                  lease_owner = CASE WHEN judged.why IS NULL THEN {sql.Value(lease.Id)} ELSE NULL END, claim = {sql.Value(claim)}
                FROM judged WHERE delivery.id = judged.number AND delivery.status = 'Planned' AND {Runs(sql, campaign, now)}
                RETURNING CASE WHEN delivery.status = 'Claimed' THEN delivery.id ELSE -delivery.id END AS "Value"
                """, ct);
        var ids = taken.Where(id => id > 0).ToList();
        return (ids.Count == 0 ? [] : await ReadAsync(db, ids, claim, ct), taken.Count);
    }

    /// <summary>Committed before the first byte leaves. Not in the answer and not to be sent: no longer ours, the campaign is paused, or over its end, or the citizen has just refused everything or its topic, on whichever channel.</summary>
    /// <param name="topic">Of the campaign; empty: none.</param>
    public async Task<HashSet<long>> MarkSendingAsync(Guid campaignId, string topic, IReadOnlyCollection<ClaimedDelivery> claimed, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var sql = SqlText.For(db);
        var now = clock.GetUtcNow();
        using var pass = await gate.EnterAsync(ct);
        return [.. await sql.ReadAsync<long>(db, $"""
            UPDATE delivery SET status = 'Sending', left_at = {sql.Value(now)}
            FROM {sql.Pairs(claimed.Select(delivery => (delivery.Id, delivery.Claim)))} AS held
            WHERE delivery.id = held.first AND delivery.claim = held.second AND status = 'Claimed' AND lease_owner = {sql.Value(lease.Id)}
              AND {Runs(sql, sql.Value(campaignId), now)}
              AND EXISTS (SELECT 1 FROM conversation c LEFT JOIN citizen_profile p ON p.id = c.id WHERE c.id = delivery.conversation_id AND c.blocked_at IS NULL AND NOT ({LeftOut.Refuses(sql, topic)}))
            RETURNING delivery.id AS "Value"
            """, ct)];
    }

    // Its end counts by the clock, whoever notices it first.
    private static string Runs(SqlText sql, string campaign, DateTimeOffset now) =>
        $"EXISTS (SELECT 1 FROM campaign k WHERE k.id = {campaign} AND k.status = 'Running' AND (k.ends_at IS NULL OR k.ends_at > {sql.Value(now)}))";

    /// <summary>What was claimed and did not leave is planned again.</summary>
    public async Task GiveBackAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<Delivery>().Where(d => ids.Contains(d.Id) && d.Status == DeliveryStatus.Claimed && d.LeaseOwner == lease.Id).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Status, DeliveryStatus.Planned).SetProperty(d => d.LeaseOwner, (string?)null), ct);
    }

    /// <summary>Whatever this process has claimed of one campaign over one account and not marked. Only for the lane that claims there.</summary>
    public async Task ReleaseAsync(Guid campaignId, Guid accountId, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<Delivery>().Where(d => d.CampaignId == campaignId && d.AccountId == accountId && d.IsOpen && d.Status == DeliveryStatus.Claimed && d.LeaseOwner == lease.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DeliveryStatus.Planned).SetProperty(d => d.LeaseOwner, (string?)null), ct);
    }

    private static async Task<List<ClaimedDelivery>> ReadAsync(ChatbotDb db, List<long> ids, long claim, CancellationToken ct)
    {
        var rows = from delivery in db.Set<Delivery>()
                   join talk in db.Set<Conversation>() on delivery.ConversationId equals talk.Id
                   join profile in db.Set<CitizenProfile>() on talk.Id equals profile.Id into profiles
                   from profile in profiles.DefaultIfEmpty()
                   where ids.Contains(delivery.Id)
                   orderby delivery.Id
                   select new ClaimedDelivery(delivery.Id, claim, delivery.AccountId, delivery.Channel, delivery.Method, talk.CitizenId, profile == null ? Languages.Vietnamese : profile.Language, delivery.Attempts);
        return await rows.ToListAsync(ct);
    }
}
