using Chatbot.Campaigns.Writing.Legal;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Writing;

/// <summary>A legal document in the list.</summary>
public sealed class LegalRow
{
    public Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public LegalStatus Status { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? Since { get; init; }

    public required string ReplacedBy { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was changed last comes first.</summary>
    public static IOrderedQueryable<LegalRow> Read(ChatbotDb db, ListQuery query)
    {
        var documents = db.Set<LegalDocument>().AsQueryable();
        if (Enum.TryParse<LegalStatus>(query.Filter("state"), ignoreCase: true, out var status)) documents = documents.Where(d => d.Status == status);
        if (query.Search.Length > 0)
        {
            var key = Citations.KeyOf(query.Search);
            documents = documents.Where(d => d.Key.Contains(key) || d.Title.Contains(query.Search) || d.ShortName.Contains(query.Search));
        }
        var rows = documents.Select(d => new LegalRow
        {
            Id = d.Id, Number = d.Number, Title = d.Title, Status = d.Status, IssuedOn = d.IssuedOn, Since = d.Since, ReplacedBy = d.ReplacedBy, ChangedAt = d.ChangedAt,
        });
        return rows.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
    }
}
