using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Answers;

/// <summary>An answer in the list.</summary>
public sealed class AnswerRow
{
    public Guid Id { get; init; }

    public required string Question { get; init; }

    public AnswerStatus Status { get; init; }

    public required string Field { get; init; }

    public required string Unit { get; init; }

    public required string Author { get; init; }

    public required string Approver { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was changed last comes first.</summary>
    public static IOrderedQueryable<AnswerRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var answers = db.Set<PublishedAnswer>().Within(scope);
        if (Enum.TryParse<AnswerStatus>(query.Filter("state"), ignoreCase: true, out var status)) answers = answers.Where(a => a.Status == status);
        foreach (var word in PublishedAnswer.SearchWords(query.Search))
            answers = answers.Where(a => a.SearchText.Contains(word));
        var rows =
            from answer in answers
            join unit in db.Set<Unit>() on answer.UnitId equals unit.Id
            join author in db.Set<Official>() on answer.AuthorId equals author.Id into authors
            from author in authors.DefaultIfEmpty()
            select new AnswerRow
            {
                Id = answer.Id,
                Question = answer.Question,
                Status = answer.Status,
                Field = answer.Field,
                Unit = unit.Name,
                Author = author == null ? "" : author.FullName,
                Approver = answer.ApproverName,
                ChangedAt = answer.ChangedAt,
            };
        return rows.OrderByDescending(r => r.ChangedAt).ThenBy(r => r.Id);
    }
}
