using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>A change in the list.</summary>
public sealed class DraftRow
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public ImportKind Kind { get; init; }

    public DraftStatus Status { get; init; }

    public required string Author { get; init; }

    public required string Unit { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was changed last comes first.</summary>
    public static IOrderedQueryable<DraftRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var drafts = db.Set<EntryDraft>().Within(scope);
        if (Enum.TryParse<DraftStatus>(query.Filter("state"), ignoreCase: true, out var status)) drafts = drafts.Where(d => d.Status == status);
        else if (!query.IsFiltered) drafts = drafts.Where(d => d.Status != DraftStatus.Approved && d.Status != DraftStatus.Discarded);
        if (query.Search.Length > 0) drafts = drafts.Where(d => d.Code.Contains(query.Search) || d.Title.Contains(query.Search));
        var rows =
            from draft in drafts
            join unit in db.Set<Unit>() on draft.UnitId equals unit.Id
            join author in db.Set<Official>() on draft.AuthorId equals author.Id into authors
            from author in authors.DefaultIfEmpty()
            select new DraftRow
            {
                Id = draft.Id,
                Code = draft.Code,
                Title = draft.Title,
                Kind = draft.Kind,
                Status = draft.Status,
                Author = author == null ? "" : author.FullName,
                Unit = unit.Name,
                ChangedAt = draft.ChangedAt,
            };
        return rows.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
    }
}
