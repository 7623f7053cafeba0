using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Radio;

/// <summary>Reads issues back, as a list and as the file that the station gets.</summary>
public sealed class RadioIssues(IDbContextFactory<ChatbotDb> databases, IOptions<RadioOptions> options)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<RadioIssue>> OfAsync(Guid unitId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<RadioIssue>().Where(i => i.UnitId == unitId).OrderByDescending(i => i.Number).ToListAsync(ct);
    }

    /// <param name="unitIds">Units of the official who asks; issues of others are not found.</param>
    /// <returns>Null: no such issue.</returns>
    public async Task<RadioScript?> ScriptAsync(Guid id, IReadOnlyCollection<Guid> unitIds, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var issue = await db.Set<RadioIssue>().FirstOrDefaultAsync(i => i.Id == id && unitIds.Contains(i.UnitId), ct);
        if (issue is null) return null;
        var answers =
            from item in db.Set<RadioItem>()
            where item.IssueId == id
            join version in db.Set<AnswerVersion>() on item.VersionId equals version.Id
            orderby item.Place
            select version;
        var office = await db.Set<Unit>().Where(u => u.Id == issue.UnitId).Select(u => u.Name).FirstAsync(ct);
        return RadioScript.Of(issue, office, await answers.ToListAsync(ct), options.Value);
    }
}
