using Chatbot.Catalogue;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>The newest version of a procedure in the list.</summary>
public sealed class ProcedureRow
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Field { get; init; }

    public EntryState State { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? SourceDate { get; init; }

    public int Version { get; init; }

    public required string Source { get; init; }

    /// <summary>By title.</summary>
    public static IOrderedQueryable<ProcedureRow> Read(ChatbotDb db, UnitScope scope, ListQuery query, DateOnly today)
    {
        var versions = db.Set<ProcedureVersion>().Within(scope).Where(v => v.SupersededOn == null);
        foreach (var word in PlainText.Words(query.Search)) versions = versions.Where(v => v.SearchText.Contains(word));
        if (query.Filter("field") is { Length: > 0 } field) versions = versions.Where(v => v.Field == field);
        var rows = versions.Select(v => new ProcedureRow
        {
            Id = v.Id,
            Code = v.Code,
            Title = v.Title,
            Field = v.Field,
            State = v.ValidFrom > today ? EntryState.Upcoming
                : v.Status == ProcedureStatus.Repealed || v.Status == ProcedureStatus.Replaced || v.ValidUntil < today ? EntryState.Ended : EntryState.InForce,
            ValidFrom = v.ValidFrom,
            SourceDate = v.SourceDate,
            Version = v.Version,
            Source = v.Source,
        });
        if (Enum.TryParse<EntryState>(query.Filter("state"), ignoreCase: true, out var state)) rows = rows.Where(r => r.State == state);
        return rows.OrderBy(r => r.Title).ThenBy(r => r.Id);
    }

    public static Task<List<string>> FieldsAsync(ChatbotDb db, UnitScope scope, CancellationToken ct) =>
        db.Set<ProcedureVersion>().Within(scope).Where(v => v.SupersededOn == null && v.Field != "").Select(v => v.Field).Distinct().OrderBy(f => f).ToListAsync(ct);
}
