using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Writing;

namespace Chatbot.Campaigns.Audience;

/// <summary>The recipients of a campaign as one query: everybody of the segment, one row a conversation, the best of a person's conversations first.</summary>
internal static class AudienceSql
{
    /// <summary>A table expression <c>chosen</c>: conversation_id, person_id, account_id, channel, method, reason (NULL: gets it), place (1: this one is taken).</summary>
    /// <param name="reason">Of <see cref="LeftOut.Reason"/>.</param>
    /// <param name="unitPath">Of the campaign's office: it and all below.</param>
    public static string Chosen(SqlText sql, CampaignDraft draft, string reason, string unitPath, DateTimeOffset at)
    {
        var segment = draft.Segment?.Criteria ?? Criteria.Everybody;
        return $"""
            WITH candidate AS (
              SELECT c.id AS conversation_id, COALESCE(p.person_id, c.id) AS person_id, c.account_id, c.channel, c.last_inbound_at,
                {LeftOut.Method(draft.Methods)} AS method, {reason} AS reason
              FROM conversation c JOIN channel_account a ON a.id = c.account_id LEFT JOIN citizen_profile p ON p.id = c.id
              WHERE c.unit_id IN (SELECT u.id FROM unit u WHERE u.path LIKE {sql.Value(unitPath + "%")}){string.Concat(Conditions(sql, segment, at).Select(c => "\n    AND " + c))}),
            chosen AS (
              SELECT candidate.*, ROW_NUMBER() OVER (PARTITION BY person_id ORDER BY CASE WHEN reason IS NULL THEN 0 ELSE 1 END,
                CASE WHEN channel = {sql.Value(draft.Preferred.ToString())} THEN 0 ELSE 1 END, COALESCE(last_inbound_at, {sql.Value(DateTimeOffset.UnixEpoch)}) DESC, conversation_id) AS place
              FROM candidate)
            """;
    }

    private static IEnumerable<string> Conditions(SqlText sql, Criteria criteria, DateTimeOffset at)
    {
        if (criteria.Channels.Count > 0) yield return sql.OneOf("c.channel", criteria.Channels.Select(channel => channel.ToString()));
        if (criteria.Follows is { } follows) yield return follows ? "c.is_follower" : "NOT c.is_follower";
        if (criteria.ActiveWithinDays is { } days) yield return $"c.last_inbound_at > {sql.Value(at.AddDays(-days))}";
        if (criteria.AskedProcedures.Count > 0) yield return Asked(sql, criteria, at);
        if (criteria.Tags.Count > 0) yield return Tagged(sql, criteria.Tags);
        if (criteria.WithoutTags.Count > 0) yield return "NOT " + Tagged(sql, criteria.WithoutTags);
        if (criteria.Units.Count > 0)
            yield return $"c.unit_id IN (SELECT u.id FROM unit u JOIN unit top ON u.path LIKE top.path || '%' WHERE {sql.OneOf("top.id", criteria.Units)})";
        if (criteria.Languages.Count > 0) yield return sql.OneOf($"COALESCE(p.language, '{Languages.Vietnamese}')", criteria.Languages);
        if (criteria.Kind is { } kind) yield return $"COALESCE(p.kind, '{CitizenKind.Person}') = '{kind}'";
        if (criteria.Earlier is { } earlier) yield return Reached(sql, earlier);
        if (criteria.OptedInTo.Count > 0)
            yield return $"EXISTS (SELECT 1 FROM topic_choice w WHERE w.conversation_id = c.id AND w.is_wanted AND {sql.OneOf("w.topic", criteria.OptedInTo)})";
        if (criteria.AskedFields is { Count: > 0 } fields)
            yield return $"""
                EXISTS (SELECT 1 FROM answer_record r WHERE r.conversation_id = c.id AND r.procedure_code IN (SELECT v.code FROM procedure_version v WHERE {sql.OneOf("v.field", fields)}){Recently(sql, criteria, at)})
                """;
        if (criteria.FollowedProcedures is { Count: > 0 } followed)
            yield return $"EXISTS (SELECT 1 FROM topic_choice w WHERE w.conversation_id = c.id AND w.is_wanted AND {sql.OneOf("w.topic", followed.Select(OutreachTopic.OfProcedure))})";
        if (criteria.Began is { } began) foreach (var condition in Begun(sql, criteria, began)) yield return condition;
    }

    /// <summary>Began in those 24 hours, and has not had this step in any run of the series.</summary>
    private static IEnumerable<string> Begun(SqlText sql, Criteria criteria, Began began)
    {
        var (start, end) = (sql.Value(began.From), sql.Value(began.From.AddDays(1)));
        yield return began.Since == SequenceStart.Following
            ? $"COALESCE(c.followed_at, c.created_at) >= {start} AND COALESCE(c.followed_at, c.created_at) < {end}"
            : $"EXISTS (SELECT 1 FROM answer_record r WHERE r.conversation_id = c.id AND r.answered_at >= {start} AND r.answered_at < {end} AND {(criteria.AskedProcedures.Count > 0 ? sql.OneOf("r.procedure_code", criteria.AskedProcedures) : "r.procedure_code IS NOT NULL")})";
        yield return $"""
            NOT EXISTS (SELECT 1 FROM delivery d JOIN campaign k ON k.id = d.campaign_id WHERE d.person_id = COALESCE(p.person_id, c.id) AND k.series_id = {sql.Value(began.SeriesId)} AND k.step = {sql.Value(began.Step)}
              AND d.status IN ('Sending', 'Sent', 'Unknown'))
            """;
    }

    private static string Reached(SqlText sql, EarlierDeliveries earlier)
    {
        var state = earlier.Whom == FollowUp.Unseen ? "e.status = 'Sent' AND e.seen_at IS NULL"
            : "(e.status = 'Refused' OR (e.status = 'Skipped' AND e.reason IN ('PutOffTooOften', 'TooLate', 'DailyLimit', 'Cancelled', 'NotRendered', 'Disconnected')))";
        return $"EXISTS (SELECT 1 FROM delivery e WHERE e.campaign_id = {sql.Value(earlier.CampaignId)} AND (e.person_id = COALESCE(p.person_id, c.id) OR e.conversation_id = c.id) AND {state})";
    }

    private static string Asked(SqlText sql, Criteria criteria, DateTimeOffset at)
    {
        return $"EXISTS (SELECT 1 FROM answer_record r WHERE r.conversation_id = c.id AND {sql.OneOf("r.procedure_code", criteria.AskedProcedures)}{Recently(sql, criteria, at)})";
    }

    private static string Recently(SqlText sql, Criteria criteria, DateTimeOffset at) => criteria.AskedWithinDays is { } days ? $" AND r.answered_at > {sql.Value(at.AddDays(-days))}" : "";

    private static string Tagged(SqlText sql, IReadOnlyList<string> tags) =>
        $"EXISTS (SELECT 1 FROM citizen_tag g WHERE g.conversation_id = c.id AND {sql.OneOf("g.tag", tags)})";
}
