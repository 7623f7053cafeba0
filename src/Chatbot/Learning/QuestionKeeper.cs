using System.Collections.Concurrent;
using Chatbot.Conversations;
using Chatbot.Persistence;
using Chatbot.Understanding.Learning;
using Chatbot.Understanding.Masking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Learning;

/// <summary>Masks what was found, puts it in the group of what was asked alike, and keeps it.</summary>
public sealed class QuestionKeeper(IKnowledgeSource knowledge, TimeProvider clock, IOptions<LearningOptions> options)
{
    /// <summary>So many questions of before are compared with, the newest.</summary>
    private const int Compared = 5_000;

    /// <summary>"alo", "ok ạ": nothing to learn from.</summary>
    private const int ShortestKey = 6;

    private readonly ConcurrentDictionary<Guid, QuestionWords> wordsOf = [];

    /// <summary>Masked, with their words; what says nothing is left out.</summary>
    public IReadOnlyList<NewQuestion> Prepare(IEnumerable<FoundQuestion> found)
    {
        var known = knowledge.Current;
        return [.. found.Select(Masked).Where(q => PhraseKey.Of(q.Text).Length >= ShortestKey && (q.MeantCode is not null || q.Words.RareWords.Any()))];

        NewQuestion Masked(FoundQuestion question)
        {
            var text = Cut(PersonalDataMask.Shipped.Apply(question.Find.Piece.Text, KeptWords.None).Text);
            var meant = question.Find.MeantCode is { } code && known.Find(code) is not null ? code : null;
            return new(question.UnitId, question.ConversationId, question.Find.Piece.EventId, question.Find.Piece.At, question.Find.Why, text, meant, known.WordsOf(text))
            {
                Guess = meant is null && known.Suggest(text, 1) is [var first] ? first : null,
            };
        }
    }

    /// <summary>What was asked before in the units of these questions, ready to be compared with; read before anything is locked.</summary>
    public async Task<IReadOnlyDictionary<Guid, QuestionSets<Guid>>> AskedBeforeAsync(ChatbotDb db, IReadOnlyList<NewQuestion> questions, CancellationToken ct)
    {
        var sets = new Dictionary<Guid, QuestionSets<Guid>>();
        foreach (var unitId in questions.Select(q => q.UnitId).Distinct())
        {
            var asked = await db.Set<UnclearQuestion>().Where(q => q.UnitId == unitId).OrderByDescending(q => q.AskedAt).ThenBy(q => q.Id).Take(Compared)
                .Select(q => new { q.Id, q.GroupId, q.Text }).ToListAsync(ct);
            var set = sets[unitId] = new QuestionSets<Guid>();
            foreach (var one in asked) set.Add(one.GroupId, wordsOf.GetOrAdd(one.Id, _ => knowledge.Current.WordsOf(one.Text)));
        }
        if (wordsOf.Count > 4 * Compared) wordsOf.Clear();
        return sets;
    }

    /// <summary>As part of the caller's transaction.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> KeepAsync(ChatbotDb db, IReadOnlyList<NewQuestion> questions, IReadOnlyDictionary<Guid, QuestionSets<Guid>> asked, CancellationToken ct)
    {
        var events = questions.Select(q => q.EventId).ToList();
        var old = (await db.Set<UnclearQuestion>().Where(q => events.Contains(q.EventId)).Select(q => q.EventId).ToListAsync(ct)).ToHashSet();
        var (groups, kept) = (new Dictionary<Guid, QuestionGroup>(), 0);
        foreach (var question in questions.Where(q => old.Add(q.EventId)))
        {
            var group = await GroupOfAsync(db, question, asked[question.UnitId], groups, ct);
            if (!Takes(group, question)) continue;
            var row = question.InGroup(group.Id);
            var (code, from) = await LikelyAsync(db, group, question, ct);
            group.Take(question.AskedAt, code, from);
            db.Add(row);
            await db.SaveChangesAsync(ct);
            wordsOf[row.Id] = question.Words;
            asked[question.UnitId].Add(group.Id, question.Words);
            kept++;
        }
        return kept;
    }

    private async Task<QuestionGroup> GroupOfAsync(
        ChatbotDb db, NewQuestion question, QuestionSets<Guid> asked, Dictionary<Guid, QuestionGroup> groups, CancellationToken ct)
    {
        var key = QuestionGroup.KeyOf(question.Text);
        var group = groups.Values.FirstOrDefault(g => g.Key == key && g.UnitId == question.UnitId)
            ?? await db.Set<QuestionGroup>().AsTracking().SingleOrDefaultAsync(g => g.UnitId == question.UnitId && g.Key == key, ct);
        if (group is null && asked.TryFind(question.Words, (float)options.Value.GroupLikeness, out var nearest))
            group = groups.GetValueOrDefault(nearest) ?? await db.Set<QuestionGroup>().AsTracking().SingleOrDefaultAsync(g => g.Id == nearest, ct);
        if (group is null) db.Add(group = new QuestionGroup { UnitId = question.UnitId, Key = key, CreatedAt = clock.GetUtcNow() });
        return groups[group.Id] = group;
    }

    /// <summary>What an official has rejected stays rejected; what was taught and is asked in vain all the same is proposed anew.</summary>
    private static bool Takes(QuestionGroup group, NewQuestion question)
    {
        if (group.State == GroupState.Accepted && question.AskedAt > group.DecidedAt) group.Reopen();
        return group.State == GroupState.Open;
    }

    private static async Task<(string? Code, LikelyFrom From)> LikelyAsync(ChatbotDb db, QuestionGroup group, NewQuestion question, CancellationToken ct)
    {
        var meant = await db.Set<UnclearQuestion>().Where(q => q.GroupId == group.Id && q.MeantCode != null).Select(q => q.MeantCode!).ToListAsync(ct);
        if (question.MeantCode is not null) meant.Add(question.MeantCode);
        if (group.LikelyFrom == LikelyFrom.Official && group.LikelyCode is not null) return (group.LikelyCode, LikelyFrom.Official);
        return meant.Count > 0
            ? (meant.CountBy(code => code).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key, LikelyFrom.Citizens)
            : (group.LikelyCode ?? question.Guess, LikelyFrom.Guess);
    }

    private static string Cut(string text) => text.Length <= UnclearQuestion.Longest ? text : text[..UnclearQuestion.Longest];
}

/// <summary>A masked question on its way into the database.</summary>
/// <param name="MeantCode">Null: nobody said.</param>
public sealed record NewQuestion(
    Guid UnitId, Guid ConversationId, long EventId, DateTimeOffset AskedAt, UnclearWhy Why, string Text, string? MeantCode, QuestionWords Words)
{
    /// <summary>What the ranking thinks of first; null: nothing, or the citizen said it.</summary>
    public string? Guess { get; init; }

    public UnclearQuestion InGroup(Guid groupId) => new()
    {
        UnitId = UnitId, GroupId = groupId, ConversationId = ConversationId, EventId = EventId, Why = Why, Text = Text, SearchText = PlainText.Of(Text),
        MeantCode = MeantCode, AskedAt = AskedAt,
    };
}
