using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>A group of questions that waits for an official, as lists show it.</summary>
public sealed class Proposal
{
    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>Masked, as it was asked first.</summary>
    public required string Text { get; init; }

    /// <summary>How many times it was asked.</summary>
    public int Count { get; init; }

    /// <summary>Null: nobody knows.</summary>
    public string? LikelyCode { get; init; }

    public LikelyFrom LikelyFrom { get; init; }

    /// <summary>Of the newest question.</summary>
    public UnclearWhy Why { get; init; }

    public DateTimeOffset LastAskedAt { get; init; }

    /// <summary>What waits in these units, most asked first.</summary>
    /// <param name="db">Context of the caller.</param>
    /// <param name="scope">Units of the visitor.</param>
    /// <param name="search">Words, in any accents; empty: all.</param>
    /// <param name="why">Groups with such a question; null: all.</param>
    public static IOrderedQueryable<Proposal> Waiting(ChatbotDb db, UnitScope scope, string search, UnclearWhy? why)
    {
        var questions = db.Set<UnclearQuestion>();
        var word = PlainText.Of(search);
        var groups = db.Set<QuestionGroup>().Within(scope).Where(g => g.State == GroupState.Open && questions.Any(q => q.GroupId == g.Id));
        if (word.Length > 0) groups = groups.Where(g => questions.Any(q => q.GroupId == g.Id && q.SearchText.Contains(word)));
        if (why is not null) groups = groups.Where(g => questions.Any(q => q.GroupId == g.Id && q.Why == why));
        return groups.Select(g => new Proposal
        {
            Id = g.Id,
            UnitId = g.UnitId,
            Text = questions.Where(q => q.GroupId == g.Id).OrderBy(q => q.AskedAt).ThenBy(q => q.Id).Select(q => q.Text).First(),
            Count = questions.Count(q => q.GroupId == g.Id),
            LikelyCode = g.LikelyCode,
            LikelyFrom = g.LikelyFrom,
            Why = questions.Where(q => q.GroupId == g.Id).OrderByDescending(q => q.AskedAt).ThenBy(q => q.Id).Select(q => q.Why).First(),
            LastAskedAt = g.LastAskedAt,
        }).OrderByDescending(p => p.Count).ThenByDescending(p => p.LastAskedAt).ThenBy(p => p.Id);
    }

    /// <summary>Different wordings of one group, most asked first, at most <paramref name="most"/>.</summary>
    public static async Task<IReadOnlyList<Wording>> WordingsAsync(ChatbotDb db, Guid groupId, int most, CancellationToken ct)
    {
        var questions = await db.Set<UnclearQuestion>().Where(q => q.GroupId == groupId).OrderBy(q => q.AskedAt).ThenBy(q => q.Id)
            .Select(q => new { q.Text, q.Why, q.AskedAt }).Take(500).ToListAsync(ct);
        return [.. questions.GroupBy(q => QuestionGroup.KeyOf(q.Text)).Select(g => new Wording(g.First().Text, g.Count(), g.Last().Why, g.Last().AskedAt)).OrderByDescending(w => w.Count).Take(most)];
    }
}

/// <param name="Text">Masked.</param>
/// <param name="Why">Of the newest question in these words.</param>
public sealed record Wording(string Text, int Count, UnclearWhy Why, DateTimeOffset LastAskedAt);
