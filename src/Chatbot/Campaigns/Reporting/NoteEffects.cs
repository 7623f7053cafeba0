using Chatbot.Campaigns.Audience;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Reporting;

/// <summary>A job: notes what citizens did after a delivery. What one message caused is counted for the last campaign before it only. May run twice or stop anywhere.</summary>
public sealed class NoteEffects(IDbContextFactory<ChatbotDb> databases, WriteGate gate, IOptionsMonitor<CampaignOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    // Everything before it was noted by this process itself, whoever ran in between.
    private DateTimeOffset notedUntil = DateTimeOffset.MinValue;

    public async Task NoteAsync(CancellationToken ct)
    {
        var (now, window) = (clock.GetUtcNow(), options.CurrentValue.EffectWindow);
        var furthest = now - window - TimeSpan.FromDays(1);
        var since = notedUntil - furthest > Overlap ? notedUntil - Overlap : furthest;
        foreach (var source in Sources) await NoteAsync(source, since, window, ct);
        notedUntil = now;
    }

    private async Task NoteAsync(Source source, DateTimeOffset since, TimeSpan window, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var sql = SqlText.For(db);
        var seconds = sql.Real(window.TotalSeconds);
        var until = sql.IsSqlite ? $"d.left_at + CAST({seconds} * 1000000 AS integer)" : $"d.left_at + make_interval(secs => {seconds})";
        await sql.RunAsync(db, $"""
            INSERT INTO campaign_effect (campaign_id, delivery_id, kind, subject, happened_at)
            SELECT d.campaign_id, d.id, '{source.Kind}', {source.Subject}, {source.At} FROM delivery d {source.Join}
            WHERE d.left_at > {sql.Value(since - window)} AND d.status IN ('Sending', 'Sent', 'Unknown') AND {source.Known} > {sql.Value(since)}
              AND {source.At} > d.left_at AND {source.At} <= {until}
              AND NOT EXISTS (SELECT 1 FROM delivery n WHERE n.conversation_id = d.conversation_id AND n.left_at > d.left_at AND n.left_at < {source.At} AND n.status IN ('Sending', 'Sent', 'Unknown'))
            ORDER BY {source.At} ON CONFLICT DO NOTHING
            """, ct);
    }

    /// <param name="At">When it happened.</param>
    /// <param name="Known">When we came to know.</param>
    private sealed record Source(EffectKind Kind, string Join, string Subject, string At, string Known);

    private static readonly IReadOnlyList<Source> Sources =
    [
        new(EffectKind.Answered, """
            JOIN conversation c ON c.id = d.conversation_id
            JOIN inbound_event e ON e.citizen_id = c.citizen_id AND e.account_id = c.account_id AND (e.kind LIKE 'user\_send\_%' ESCAPE '\' OR e.kind IN ('message', 'postback'))
            """, "''", "e.occurred_at", "e.received_at"),
        new(EffectKind.OptedOut, "JOIN conversation c ON c.id = d.conversation_id", "''", "c.opted_out_at", "c.opted_out_at"),
        new(EffectKind.Complaint, "JOIN \"case\" m ON m.conversation_id = d.conversation_id AND m.kind IN ('Petition', 'Conduct', 'Complaint', 'Denunciation')",
            "CAST(m.id AS text)", "m.opened_at", "m.opened_at"),
        new(EffectKind.Question, "JOIN answer_record r ON r.conversation_id = d.conversation_id AND r.handling IN ('Procedure', 'Faq', 'Clarify', 'Escalate')",
            "CAST(r.id AS text)", "r.answered_at", "r.answered_at"),
    ];
}
