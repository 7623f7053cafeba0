using Chatbot.Catalogue;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>The newest version of a question in the list.</summary>
public sealed class FaqRow
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Topic { get; init; }

    public EntryState State { get; init; }

    public int Version { get; init; }

    public required string Source { get; init; }

    /// <summary>By topic and question.</summary>
    public static IOrderedQueryable<FaqRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, DateOnly today)
    {
        var versions = db.Set<FaqVersion>().Within(scope).Where(v => v.SupersededOn == null);
        foreach (var word in PlainText.Words(query.Search)) versions = versions.Where(v => v.SearchText.Contains(word));
        if (query.Filter("topic") is { Length: > 0 } topic) versions = versions.Where(v => v.Topic == topic);
        var rows = versions.Select(v => new FaqRow
        {
            Id = v.Id,
            Code = v.Code,
            Title = v.Title,
            Topic = v.Topic,
            State = v.ValidFrom > today ? EntryState.Upcoming : v.ValidUntil < today ? EntryState.Ended : EntryState.InForce,
            Version = v.Version,
            Source = v.Source,
        });
        if (Enum.TryParse<EntryState>(query.Filter("state"), ignoreCase: true, out var state)) rows = rows.Where(r => r.State == state);
        return rows.OrderBy(r => r.Topic).ThenBy(r => r.Title).ThenBy(r => r.Id);
    }

    public static Task<List<string>> TopicsAsync(ChatbotDb db, UnitScope scope, CancellationToken ct) =>
        db.Set<FaqVersion>().Within(scope).Where(v => v.SupersededOn == null && v.Topic != "").Select(v => v.Topic).Distinct().OrderBy(t => t).ToListAsync(ct);
}
