using Chatbot.Campaigns.Audience;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.People;

/// <summary>A citizen in the list; the platform's id is masked where it is shown.</summary>
public sealed class PersonRow
{
    public Guid Id { get; init; }

    public Channel Channel { get; init; }

    public required string CitizenId { get; init; }

    public required string Unit { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public static IOrderedQueryable<PersonRow> Read(ChatbotDb db, UnitScope scope, string tag)
    {
        var talks = db.Set<Conversation>().Within(scope);
        if (tag.Length > 0) talks = talks.Where(c => db.Set<CitizenTag>().Any(t => t.ConversationId == c.Id && t.Tag == tag));
        var rows = from talk in talks
                   join unit in db.Set<Unit>() on talk.UnitId equals unit.Id
                   select new PersonRow { Id = talk.Id, Channel = talk.Channel, CitizenId = talk.CitizenId, Unit = unit.Name, LastInboundAt = talk.LastInboundAt, CreatedAt = talk.CreatedAt };
        return rows.OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id);
    }

    /// <summary>Tags of the offices with how many citizens have them, the commonest first.</summary>
    public static async Task<IReadOnlyList<(string Tag, int Count)>> TagsAsync(ChatbotDb db, UnitScope scope, CancellationToken ct)
    {
        var talks = db.Set<Conversation>().Within(scope);
        var tags = await db.Set<CitizenTag>().Where(t => talks.Any(c => c.Id == t.ConversationId)).GroupBy(t => t.Tag).Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key).Take(200).ToListAsync(ct);
        return [.. tags.Select(t => (t.Key, t.Count))];
    }

    /// <summary>Last letters of a platform's id.</summary>
    public static string Masked(string id) => "…" + (id.Length > 4 ? id[^4..] : id);
}
