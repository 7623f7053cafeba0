using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Radio;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Radio;

/// <summary>An issue in the list.</summary>
public sealed class RadioRow
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public DateOnly Day { get; init; }

    public int Questions { get; init; }

    public required string Unit { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<RadioRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var issues = db.Set<RadioIssue>().Within(scope);
        foreach (var word in PublishedAnswer.SearchWords(query.Search))
            issues = issues.Where(i => db.Set<RadioItem>().Any(item => item.IssueId == i.Id && db.Set<AnswerVersion>().Any(v =>
                v.Id == item.VersionId && db.Set<PublishedAnswer>().Any(a => a.Id == v.AnswerId && a.SearchText.Contains(word)))));
        var rows =
            from issue in issues
            join unit in db.Set<Unit>() on issue.UnitId equals unit.Id
            join official in db.Set<Official>() on issue.CreatedBy equals official.Id into officials
            from official in officials.DefaultIfEmpty()
            select new RadioRow
            {
                Id = issue.Id,
                Number = issue.Number,
                Day = issue.Day,
                Questions = db.Set<RadioItem>().Count(item => item.IssueId == issue.Id),
                Unit = unit.Name,
                CreatedBy = official == null ? "" : official.FullName,
                CreatedAt = issue.CreatedAt,
            };
        return rows.OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id);
    }
}
