using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.ApiKeys;

/// <summary>A key in the list; the key itself nobody can read again.</summary>
public sealed class ApiKeyRow
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Start { get; init; }

    public required string Unit { get; init; }

    public ApiScope Scopes { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null: in force.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    public bool IsAlive { get; init; }

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<ApiKeyRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, DateTimeOffset now)
    {
        var keys = db.Set<ApiKey>().Within(scope);
        if (query.Search.Length > 0) keys = keys.Where(k => k.Name.Contains(query.Search));
        var rows = from key in keys
                   join unit in db.Set<Unit>() on key.UnitId equals unit.Id
                   join maker in db.Set<Official>() on key.CreatedBy equals maker.Id into makers
                   from maker in makers.DefaultIfEmpty()
                   select new ApiKeyRow
                   {
                       Id = key.Id, Name = key.Name, Start = key.Start, Unit = unit.Name, Scopes = key.Scopes, CreatedBy = maker == null ? "" : maker.FullName,
                       ExpiresAt = key.ExpiresAt, RevokedAt = key.RevokedAt, LastUsedAt = key.LastUsedAt, IsAlive = key.RevokedAt == null && key.ExpiresAt > now,
                   };
        return rows.OrderByDescending(r => r.IsAlive).ThenByDescending(r => r.Id);
    }
}
