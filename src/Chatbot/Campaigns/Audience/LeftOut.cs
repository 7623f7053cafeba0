using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Channels.Zalo;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Audience;

/// <summary>Why a citizen does not get this campaign: one expression for counting, for freezing and for the last look before each send.</summary>
public sealed class LeftOut(IOptionsMonitor<CampaignOptions> options, IOptionsMonitor<FacebookOptions> facebook, IOptionsMonitor<ZaloOptions> zalo)
{
    private const string OptedOut =
        "c.opted_out_at IS NOT NULL OR (p.person_id IS NOT NULL AND EXISTS (SELECT 1 FROM citizen_profile q JOIN conversation o ON o.id = q.id WHERE q.person_id = p.person_id AND o.opted_out_at IS NOT NULL))";

    /// <summary>SQL that is the name of a <see cref="LeftOutReason"/>, or NULL for whoever gets it. Aliases: <c>c</c> conversation, <c>a</c> account, <c>p</c> profile (may be absent).</summary>
    /// <param name="sql">Takes the values.</param>
    /// <param name="draft">What is to be sent.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="own">The campaign itself, whose deliveries do not count against the cap; null: not stored yet.</param>
    internal string Reason(SqlText sql, CampaignDraft draft, DateTimeOffset at, Guid? own)
    {
        var rules = new List<(string If, LeftOutReason Then)>
        {
            ("c.id IS NULL", LeftOutReason.Gone),
            ("c.blocked_at IS NOT NULL", LeftOutReason.Blocked),
            (OptedOut, LeftOutReason.OptedOut),
            ("c.anonymous_conversation_id IS NOT NULL", LeftOutReason.Anonymous),
            ("a.status = 'Disconnected'", LeftOutReason.Disconnected),
        };
        if (draft.Topic.Length > 0)
            rules.Add((Refused(sql.Value(draft.Topic)), LeftOutReason.TopicRefused));
        AddMethods(rules, sql, draft.Methods, at);
        if (draft.Purpose == Purpose.Outreach && options.CurrentValue.MostPerCitizen > 0) rules.Add((Cap(sql, at, own), LeftOutReason.FrequencyCap));
        return "CASE " + string.Concat(rules.Select(rule => $"WHEN {rule.If} THEN '{rule.Then}' ")) + "END";
    }

    /// <summary>SQL that holds for whoever has refused everything or this topic, on any of the person's conversations. Aliases as in <see cref="Reason"/>.</summary>
    /// <param name="topic">Of the campaign; empty: none.</param>
    internal static string Refuses(SqlText sql, string topic) => topic.Length == 0 ? OptedOut : $"{OptedOut} OR {Refused(sql.Value(topic))}";

    /// <summary>SQL that is the name of the method on the conversation's channel.</summary>
    internal static string Method(SendingMethods methods) =>
        $"CASE c.channel WHEN 'Facebook' THEN '{DeliveryMethods.Of(Channel.Facebook, methods)}' ELSE '{DeliveryMethods.Of(Channel.Zalo, methods)}' END";

    // On one of a person's conversations is on all.
    private static string Refused(string topic) => $"""
        EXISTS (SELECT 1 FROM topic_choice t WHERE t.conversation_id = c.id AND t.topic = {topic} AND NOT t.is_wanted)
        OR (p.person_id IS NOT NULL AND EXISTS (SELECT 1 FROM citizen_profile q JOIN topic_choice t ON t.conversation_id = q.id WHERE q.person_id = p.person_id AND t.topic = {topic} AND NOT t.is_wanted))
        """;

    private void AddMethods(List<(string, LeftOutReason)> rules, SqlText sql, SendingMethods methods, DateTimeOffset at)
    {
        if (methods.Facebook is null) rules.Add(("c.channel = 'Facebook'", LeftOutReason.NoMethod));
        if (methods.Zalo is null) rules.Add(("c.channel = 'Zalo'", LeftOutReason.NoMethod));
        if (methods.Facebook == FacebookMethod.Update) rules.Add((Outside(sql, "Facebook", at - FacebookLimits.InForce(facebook.CurrentValue, at).ReplyWindow), LeftOutReason.OutsideWindow));
        if (methods.Zalo == ZaloMethod.Consultation) rules.Add((Outside(sql, "Zalo", at - ZaloLimits.InForce(zalo.CurrentValue, at).FreeReplyWindow), LeftOutReason.OutsideWindow));
        if (methods.Zalo == ZaloMethod.Template) rules.Add(("c.channel = 'Zalo' AND c.last_inbound_at IS NULL AND NOT c.is_follower", LeftOutReason.NoPermission));
    }

    private static string Outside(SqlText sql, string channel, DateTimeOffset since) =>
        $"c.channel = '{channel}' AND (c.last_inbound_at IS NULL OR c.last_inbound_at <= {sql.Value(since)})";

    // What another campaign has claimed is about to leave.
    private string Cap(SqlText sql, DateTimeOffset at, Guid? own)
    {
        var others = own is { } id ? $" AND d.campaign_id <> {sql.Value(id)}" : "";
        return $"""
            (SELECT COUNT(*) FROM delivery d JOIN campaign k ON k.id = d.campaign_id WHERE d.person_id = COALESCE(p.person_id, c.id)
              AND (d.status = 'Claimed' OR (d.status IN ('Sending', 'Sent', 'Unknown') AND d.left_at > {sql.Value(at - options.CurrentValue.CapWindow)})) AND k.purpose = 'Outreach'{others}) >= {sql.Value(options.CurrentValue.MostPerCitizen)}
            """;
    }
}

/// <summary>Gone: the citizen's data were deleted. Anonymous: a visitor of the web chat. NoMethod: nothing is sent on this channel. NoPermission: neither follows nor ever wrote.
/// OtherChannel: reached on the other channel. The rest happens while it is sent: cancelled, over time, put off too often, not rendered, over time because the office had sent all that it may in a day.</summary>
public enum LeftOutReason
{
    Gone, Blocked, OptedOut, Anonymous, Disconnected, TopicRefused, NoMethod, OutsideWindow, NoPermission, FrequencyCap, OtherChannel, Cancelled, TooLate, PutOffTooOften, NotRendered, DailyLimit,
}
