using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Audience;

/// <summary>Who would get a campaign at its hour, and who is left out and why, per channel.</summary>
public sealed class CountAudience(IDbContextFactory<ChatbotDb> databases, LeftOut leftOut, TimeProvider clock)
{
    /// <param name="unitId">Office of the campaign.</param>
    public async Task<AudienceCount> CountAsync(Guid unitId, CampaignDraft draft, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (sql, text) = await ChosenAsync(db, unitId, draft, ct);
        var rows = await sql.ReadAsync<CountRow>(db, text + """

            SELECT channel AS "Channel", CASE WHEN place > 1 THEN 'OtherChannel' ELSE COALESCE(reason, '') END AS "Reason", CAST(COUNT(*) AS integer) AS "Count"
            FROM chosen GROUP BY 1, 2 ORDER BY 1, 2
            """, ct);
        return new AudienceCount([.. rows.Select(r => new AudienceLine(Enum.Parse<Channel>(r.Channel), r.Reason.Length == 0 ? null : Enum.Parse<LeftOutReason>(r.Reason), r.Count))]);
    }

    /// <summary>Some of those who would get it, masked.</summary>
    public async Task<IReadOnlyList<AudienceSample>> SampleAsync(Guid unitId, CampaignDraft draft, int atMost, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (sql, text) = await ChosenAsync(db, unitId, draft, ct);
        var ids = await sql.ReadAsync<Guid>(db, text + $"""

            SELECT conversation_id AS "Value" FROM chosen WHERE place = 1 AND reason IS NULL ORDER BY person_id LIMIT {sql.Value(atMost)}
            """, ct);
        var talks = await db.Set<Messaging.Conversation>().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new { c.Channel, c.CitizenId, c.LastInboundAt }).ToListAsync(ct);
        return [.. talks.Select(t => new AudienceSample(t.Channel, "…" + (t.CitizenId.Length > 4 ? t.CitizenId[^4..] : t.CitizenId), t.LastInboundAt))];
    }

    private async Task<(SqlText Sql, string Text)> ChosenAsync(ChatbotDb db, Guid unitId, CampaignDraft draft, CancellationToken ct)
    {
        var at = draft.StartsAt is { } start && start > clock.GetUtcNow() ? start : clock.GetUtcNow();
        var path = await db.Set<Unit>().Where(u => u.Id == unitId).Select(u => u.Path).SingleAsync(ct);
        var sql = SqlText.For(db);
        return (sql, AudienceSql.Chosen(sql, draft, leftOut.Reason(sql, draft, at, own: null), path, at));
    }

    private sealed record CountRow(string Channel, string Reason, int Count);
}

/// <param name="Reason">Null: they get it.</param>
public sealed record AudienceLine(Channel Channel, LeftOutReason? Reason, int Count);

public sealed record AudienceCount(IReadOnlyList<AudienceLine> Lines)
{
    public int Reached => Lines.Where(line => line.Reason is null).Sum(line => line.Count);

    /// <summary>Conversations of the segment that get nothing, those reached on the other channel included.</summary>
    public int NotReached => Lines.Where(line => line.Reason is not null).Sum(line => line.Count);
}

/// <param name="Who">Last letters of the platform's id.</param>
/// <param name="LastActAt">Null: never wrote.</param>
public sealed record AudienceSample(Channel Channel, string Who, DateTimeOffset? LastActAt);
