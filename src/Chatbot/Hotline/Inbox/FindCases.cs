using System.Linq.Expressions;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Search;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Inbox;

/// <summary>Lists of cases: filtered, sorted, paged. Reads only.</summary>
public sealed class FindCases(IDbContextFactory<ChatbotDb> databases, CaseSearch search, ISecretBox box, TimeProvider clock)
{
    private const int Beginning = 160;

    public async Task<CasePage> FindAsync(CaseFilter filter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await MatchingAsync(db, filter, ct) is not { } found) return new CasePage([], 0);
        var total = await found.CountAsync(ct);
        var size = Math.Clamp(filter.Size, 1, CaseFilter.LargestPage);
        var ids = await PageAsync(Sorted(db, found, filter), Math.Max(0, filter.Page) * size, size, total, ct);
        var rows = (await ReadAsync(db, db.Set<Case>().Where(c => ids.Contains(c.Id)), ct)).ToDictionary(row => row.Id);
        return new CasePage([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], total);
    }

    /// <summary>Ids alone, so that nothing else is read of the rows that are passed over; what lies in the second half is reached from the end.</summary>
    private static async Task<List<Guid>> PageAsync(IQueryable<Case> sorted, int skip, int size, int total, CancellationToken ct)
    {
        if (skip >= total) return [];
        if (skip <= total / 2) return await sorted.Select(c => c.Id).Skip(skip).Take(size).ToListAsync(ct);
        var after = Math.Max(0, total - skip - size);
        var ids = await sorted.Reverse().Select(c => c.Id).Skip(after).Take(Math.Min(size, total - skip)).ToListAsync(ct);
        ids.Reverse();
        return ids;
    }

    /// <summary>All pages at once, for an export; at most <paramref name="most"/> rows.</summary>
    public async Task<IReadOnlyList<CaseRow>> AllAsync(CaseFilter filter, int most, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await MatchingAsync(db, filter, ct) is { } found ? await ReadAsync(db, Sorted(db, found, filter).Take(most), ct) : [];
    }

    /// <summary>Of the open cases, by whose they are: what lists and first pages count all the time, for everybody who may see these units at once.</summary>
    public async Task<OpenCases> CountOpenAsync(IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (now, open) = (clock.GetUtcNow(), Filtered(db, new CaseFilter(units)).Where(c => c.State != CaseState.Closed));
        var counted =
            from matter in open
            join talk in db.Set<Conversation>() on matter.ConversationId equals talk.Id
            select new
            {
                matter.AssigneeId,
                IsLate = matter.DueAt < now && matter.State != CaseState.Answered,
                HasNews = talk.LastInboundAt != null && (matter.SeenAt == null || talk.LastInboundAt > matter.SeenAt),
            };
        var people = await counted.GroupBy(c => c.AssigneeId)
            .Select(g => new OpenCount(g.Key, g.Count(), g.Count(c => c.IsLate), g.Count(c => c.HasNews))).ToListAsync(ct);
        var answers = await db.Set<CaseAnswer>().Where(a => a.State == AnswerState.AwaitingApproval || a.State == AnswerState.Offered)
            .Join(open, a => a.CaseId, c => c.Id, (a, c) => new { a.State, c.AssigneeId, c.Id }).Distinct()
            .GroupBy(a => new { a.State, a.AssigneeId }).Select(g => new { g.Key.State, g.Key.AssigneeId, Count = g.Count() }).ToListAsync(ct);
        return new OpenCases(people, answers.Where(a => a.State == AnswerState.AwaitingApproval).Sum(a => a.Count),
            answers.Where(a => a is { State: AnswerState.Offered, AssigneeId: not null }).ToDictionary(a => a.AssigneeId!.Value, a => a.Count));
    }

    private async Task<IReadOnlyList<CaseRow>> ReadAsync(ChatbotDb db, IQueryable<Case> cases, CancellationToken ct)
    {
        var rows = await Rows(db, cases).ToListAsync(ct);
        var labels = new List<CaseLabel>();
        foreach (var some in rows.Select(r => r.Id).Chunk(500)) labels.AddRange(await db.Set<CaseLabel>().Where(l => some.Contains(l.CaseId)).ToListAsync(ct));
        var of = labels.ToLookup(l => l.CaseId, l => l.LabelId);
        return [.. rows.Select(row => row with { Question = Cut(box.ReadWords(row.Question!)), Labels = [.. of[row.Id]] })];
    }

    /// <summary>How many of each state, for the tabs of a list; other filters hold, the states' own does not.</summary>
    public async Task<IReadOnlyDictionary<CaseState, int>> CountAsync(CaseFilter filter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await MatchingAsync(db, filter with { States = [] }, ct) is not { } found) return new Dictionary<CaseState, int>();
        return await found.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <returns>Null: the search holds nothing that could be found.</returns>
    private async Task<IQueryable<Case>?> MatchingAsync(ChatbotDb db, CaseFilter filter, CancellationToken ct)
    {
        var found = Filtered(db, filter);
        if (filter.Search.Trim() is not { Length: > 0 } words) return found;
        if (TrackingCode.Read(words) is { } code) return found.Where(c => c.TrackingCode == code);
        var prints = await search.FingerprintsAsync(db, words, ct);
        if (prints.Count == 0) return null;
        foreach (var print in prints) found = found.Where(c => db.Set<CaseWord>().Any(w => w.Word == print && w.CaseId == c.Id));
        return found;
    }

    private IQueryable<Case> Filtered(ChatbotDb db, CaseFilter filter)
    {
        var (units, now) = (filter.Units, clock.GetUtcNow());
        var found = db.Set<Case>().Where(c => units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId));
        if (filter.States is { Count: > 0 } states) found = found.Where(c => states.Contains(c.State));
        if (filter.Kinds is { Count: > 0 } kinds) found = found.Where(c => kinds.Contains(c.Kind));
        if (filter.Channel is { } channel) found = found.Where(c => c.Channel == channel);
        if (filter.AssigneeId is { } assignee) found = found.Where(c => c.AssigneeId == assignee);
        if (filter.IsUnassigned) found = found.Where(c => c.AssigneeId == null);
        if (filter.IsLate) found = found.Where(c => c.DueAt < now && c.State != CaseState.Answered && c.State != CaseState.Closed);
        if (filter.OpenedFrom is { } from) found = found.Where(c => c.OpenedAt >= from);
        if (filter.OpenedBefore is { } before) found = found.Where(c => c.OpenedAt < before);
        if (filter.HasNews) found = found.Where(c => db.Set<Conversation>().Any(t => t.Id == c.ConversationId && t.LastInboundAt != null && (c.SeenAt == null || t.LastInboundAt > c.SeenAt)));
        if (filter.AnswerState is { } state) found = found.Where(c => db.Set<CaseAnswer>().Any(a => a.CaseId == c.Id && a.State == state));
        if (filter.LabelId is { } label) found = found.Where(c => db.Set<CaseLabel>().Any(l => l.LabelId == label && l.CaseId == c.Id));
        return found;
    }

    private static IQueryable<Case> Sorted(ChatbotDb db, IQueryable<Case> found, CaseFilter filter) => filter.Sort switch
    {
        CaseSort.Changed => By(found, c => c.ChangedAt, filter.IsDescending),
        CaseSort.Due => Then(found.OrderBy(c => c.DueAt == null), c => c.DueAt, filter.IsDescending),
        CaseSort.Code => By(found, c => c.TrackingCode, filter.IsDescending),
        CaseSort.State => By(found, Progress, filter.IsDescending),
        CaseSort.Assignee => Then(found.OrderBy(c => c.AssigneeId == null), c => db.Set<Official>().Where(o => o.Id == c.AssigneeId).Select(o => o.FullName).FirstOrDefault(), filter.IsDescending),
        _ => By(found, c => c.ChangedAt, isDescending: true),
    };

    // States are stored by name; a list goes by how far a case has come.
    private static Expression<Func<Case, int>> Progress => c =>
        c.State == CaseState.New ? 0
        : c.State == CaseState.Reopened ? 1
        : c.State == CaseState.Assigned ? 2
        : c.State == CaseState.InProgress ? 3
        : c.State == CaseState.WaitingForCitizen ? 4
        : c.State == CaseState.Forwarded ? 5
        : c.State == CaseState.Answered ? 6
        : 7;

    private static IOrderedQueryable<Case> By<T>(IQueryable<Case> found, Expression<Func<Case, T>> key, bool isDescending) =>
        (isDescending ? found.OrderByDescending(key) : found.OrderBy(key)).ThenBy(c => c.Id);

    private static IOrderedQueryable<Case> Then<T>(IOrderedQueryable<Case> found, Expression<Func<Case, T>> key, bool isDescending) =>
        (isDescending ? found.ThenByDescending(key) : found.ThenBy(key)).ThenBy(c => c.Id);

    private static IQueryable<CaseRow> Rows(ChatbotDb db, IQueryable<Case> cases) => cases.Select(c => new CaseRow
    {
        Id = c.Id, TrackingCode = c.TrackingCode, Kind = c.Kind, IsKindConfirmed = c.IsKindConfirmed, Origin = c.Origin, State = c.State, Channel = c.Channel,
        UnitId = c.UnitId, HandlerUnitId = c.HandlerUnitId, ConversationId = c.ConversationId, AssigneeId = c.AssigneeId, OpenedAt = c.OpenedAt,
        ChangedAt = c.ChangedAt, DueAt = c.DueAt, Level = c.Level, Question = c.Question,
        HasNews = db.Set<Conversation>().Any(t => t.Id == c.ConversationId && t.LastInboundAt != null && (c.SeenAt == null || t.LastInboundAt > c.SeenAt)),
    });

    private static string? Cut(string? text) => text is { Length: > Beginning } ? text[..Beginning] + "…" : text;
}
