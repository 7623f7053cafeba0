using Chatbot.Persistence;

namespace Chatbot.Campaigns.Audience;

/// <summary>Writes what a citizen asked for or refused. Said again, or by an event that came twice, it changes nothing: the first time it was said stays.</summary>
public static class TopicChoices
{
    /// <param name="db">Inside the caller's transaction; the conversation is there.</param>
    /// <param name="topics">Codes, see <see cref="OutreachTopic"/>.</param>
    public static async Task SaveAsync(ChatbotDb db, Guid conversationId, IReadOnlyCollection<string> topics, bool isWanted, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var topic in topics.Distinct().Order(StringComparer.Ordinal))
        {
            var sql = SqlText.For(db);
            await sql.RunAsync(db, $"""
                INSERT INTO topic_choice (conversation_id, topic, is_wanted, chosen_at) VALUES ({sql.Value(conversationId)}, {sql.Value(topic)}, {(isWanted ? "TRUE" : "FALSE")}, {sql.Value(now)})
                ON CONFLICT (conversation_id, topic) DO UPDATE SET is_wanted = excluded.is_wanted, chosen_at = excluded.chosen_at WHERE topic_choice.is_wanted <> excluded.is_wanted
                """, ct);
        }
    }
}
