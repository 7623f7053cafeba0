using Chatbot.Catalogue.Answers;
using Chatbot.Persistence;
using Chatbot.Radio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Radio;

/// <summary>An answer that may go on air, with the time that it takes.</summary>
public sealed record RadioChoice(Guid Id, string Question, string Field, DateTimeOffset ApprovedAt, TimeSpan ReadingTime, int TimesOnAir);

/// <summary>What may be chosen for an issue: answers that are public on its day, the newest first, those that were never read before the others.</summary>
internal sealed class RadioChoices(IDbContextFactory<ChatbotDb> databases, IOptions<RadioOptions> options)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<RadioChoice>> OfAsync(Guid unitId, DateOnly day, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await (
            from answer in db.Set<PublishedAnswer>()
            where answer.UnitId == unitId && answer.Status == AnswerStatus.Published
                && (answer.ValidFrom == null || answer.ValidFrom <= day) && (answer.ValidUntil == null || answer.ValidUntil >= day)
            join version in db.Set<AnswerVersion>() on answer.VersionId equals version.Id
            let times = db.Set<RadioItem>().Count(item => db.Set<AnswerVersion>().Any(v => v.Id == item.VersionId && v.AnswerId == answer.Id))
            orderby times == 0 descending, answer.ApprovedAt descending, answer.Id
            select new { answer.Id, answer.ApprovedAt, Version = version, Times = times }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(row => new RadioChoice(row.Id, row.Version.Question, row.Version.Field, row.ApprovedAt!.Value, TimeOf(row.Version), row.Times))];
    }

    // Without greeting and closing.
    private TimeSpan TimeOf(AnswerVersion version)
    {
        var script = RadioScript.Of(new RadioIssue(), "", [version], options.Value);
        var words = script.Lines.Where(line => line.Item > 0).Sum(line => line.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);
        return TimeSpan.FromSeconds(Math.Round(60.0 * words / script.WordsPerMinute));
    }
}
