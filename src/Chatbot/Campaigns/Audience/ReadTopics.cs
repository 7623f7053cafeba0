using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Audience;

/// <summary>Topics that a citizen may choose from: those of the talk's office and of the offices above it, whose campaigns reach it too; and what the citizen still gets though it is no longer offered.</summary>
public sealed class ReadTopics(IDbContextFactory<ChatbotDb> databases)
{
    /// <returns>By name; of two offices with the same code the nearer one's name.</returns>
    public async Task<IReadOnlyList<OfferedTopic>> ReadAsync(Conversation talk, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var chosen = await db.Set<TopicChoice>().Where(c => c.ConversationId == talk.Id).ToDictionaryAsync(c => c.Topic, c => c.IsWanted, ct);
        var path = await db.Set<Unit>().Where(u => u.Id == talk.UnitId).Select(u => u.Path).SingleAsync(ct);
        var offices = Unit.IdsOn(path).ToList();
        var topics = await db.Set<OutreachTopic>().Where(t => offices.Contains(t.UnitId)).ToListAsync(ct);
        return [.. topics.OrderByDescending(t => offices.IndexOf(t.UnitId)).DistinctBy(t => t.Code)
            .Select(t => (Row: t, IsWanted: chosen.TryGetValue(t.Code, out var wanted) ? wanted : (bool?)null))
            .Where(t => t.Row.WithdrawnAt is null || t.IsWanted == true)
            .Select(t => new OfferedTopic(t.Row.Code, t.Row.Name, t.IsWanted)).OrderBy(t => t.Name, StringComparer.Ordinal)];
    }
}

/// <param name="IsWanted">Null: the citizen has said nothing about it.</param>
public sealed record OfferedTopic(string Code, string Name, bool? IsWanted);
