using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Answers;

/// <summary>What everybody may read: approved answers on a day on which they are valid, and nothing else.</summary>
public sealed class PublicAnswers(IDbContextFactory<ChatbotDb> databases, TimeProvider clock)
{
    /// <summary>Answers on a page of the list.</summary>
    public const int PageSize = 20;

    /// <param name="page">1, 2, 3 …; what lies beyond the last page is empty.</param>
    public async Task<AnswerPage> FindAsync(Guid unitId, string search, string field, int page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var valid = Valid(db).Where(a => a.UnitId == unitId);
        var fields = await valid.Where(a => a.Field != "").Select(a => a.Field).Distinct().OrderBy(f => f).ToListAsync(ct);
        if (field.Length > 0) valid = valid.Where(a => a.Field == field);
        foreach (var word in PublishedAnswer.SearchWords(search))
            valid = valid.Where(a => a.SearchText.Contains(word));
        var count = await valid.CountAsync(ct);
        var answers = await valid.OrderByDescending(a => a.ApprovedAt).ThenBy(a => a.Code).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new AnswerPage(answers, fields, count, page);
    }

    /// <returns>Null: there is no such answer, or it is not public today.</returns>
    public async Task<PublishedAnswer?> OneAsync(string code, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Valid(db).FirstOrDefaultAsync(a => a.Code == code, ct);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PublishedAnswer>> NewestAsync(Guid? unitId, int count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Valid(db).Where(a => unitId == null || a.UnitId == unitId).OrderByDescending(a => a.ApprovedAt).ThenBy(a => a.Code).Take(count).ToListAsync(ct);
    }

    /// <returns>Null: no such unit.</returns>
    public async Task<Unit?> UnitAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == id, ct);
    }

    private IQueryable<PublishedAnswer> Valid(ChatbotDb db)
    {
        var today = VietnamDay.Of(clock.GetUtcNow());
        return db.Set<PublishedAnswer>().Where(a => a.Status == AnswerStatus.Published
            && (a.ValidFrom == null || a.ValidFrom <= today) && (a.ValidUntil == null || a.ValidUntil >= today));
    }
}

/// <param name="Fields">Fields that the unit's public answers have, for the filter.</param>
/// <param name="Count">Answers that fit, on all pages.</param>
public sealed record AnswerPage(IReadOnlyList<PublishedAnswer> Answers, IReadOnlyList<string> Fields, int Count, int Page)
{
    public int Pages => (Count + PublicAnswers.PageSize - 1) / PublicAnswers.PageSize;
}
