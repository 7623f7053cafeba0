using Chatbot.Conversations;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Learning;

/// <summary>Recurring: looks through the answers given since the last time for questions that were not understood. The way of a message does nothing for it.</summary>
/// <remarks>Mark and finds are written in one transaction: killed anywhere, the next run does the same again; of two that run at once one moves the mark.</remarks>
public sealed class CollectQuestions(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, TalkReader talks, QuestionKeeper keeper, IKnowledgeSource knowledge, TimeProvider clock,
    IOptions<LearningOptions> options, ILogger<CollectQuestions> logger)
{
    /// <summary>The first run looks so far back.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(1);

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>"Không, ý tôi là …" follows soon or not at all.</summary>
    private static readonly TimeSpan Correction = TimeSpan.FromMinutes(2);

    public async Task CollectAsync(CancellationToken ct)
    {
        // Set once: a run that aims at "now" never arrives.
        var settled = clock.GetUtcNow() - options.Value.Settle;
        while (options.Value.Collect && await CollectSomeAsync(settled, ct)) { }
    }

    /// <returns>True: there may be more.</returns>
    private async Task<bool> CollectSomeAsync(DateTimeOffset settled, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var mark = await db.Set<CollectionMark>().SingleOrDefaultAsync(ct);
        var from = mark?.Until ?? settled - FirstLook;
        if (from >= settled) return false;
        var (to, answers) = await ReadAsync(db, from, settled < from + Window ? settled : from + Window, ct);
        var before = await TalkReader.AnswersAsync(db, from - Correction, from, ct);
        var found = await FindAsync(db, WorthReading(before, answers), from, to, ct);
        return await KeepAsync(mark, to, found, ct) && to < settled;   // never by the mark as it comes back: a database keeps fewer digits
    }

    /// <summary>A step that is full ends before its last moment, whose answers may not all be in it.</summary>
    private static async Task<(DateTimeOffset To, List<GivenAnswer> Answers)> ReadAsync(ChatbotDb db, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var answers = await TalkReader.AnswersAsync(db, from, to, ct);
        if (answers.Count < TalkReader.Step || answers[^1].At <= answers[0].At) return (to, answers);
        var last = answers[^1].At;
        return (answers.Last(a => a.At < last).At, answers.FindAll(a => a.At < last));
    }

    /// <summary>Talks with a doubtful answer, or with two procedures shortly after each other: the second may correct the first.</summary>
    private static IEnumerable<Guid> WorthReading(List<GivenAnswer> before, List<GivenAnswer> answers)
    {
        var earlier = before.ToLookup(a => a.ConversationId);
        return answers.GroupBy(a => a.ConversationId)
            .Where(talk => talk.Any(a => a.IsDoubtful) || earlier[talk.Key].Concat(talk).Where(a => a.Code is not null).Select(a => a.Code).Distinct().Skip(1).Any())
            .Select(talk => talk.Key);
    }

    // What follows a question explains it, and what explains one may come a while later: so the talk is read on both sides. What was kept before is not kept twice.
    private async Task<List<FoundQuestion>> FindAsync(ChatbotDb db, IEnumerable<Guid> conversations, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var (patience, known, found) = (options.Value.Settle, knowledge.Current, new List<FoundQuestion>());
        foreach (var some in conversations.Chunk(200))
        {
            var around = await TalkReader.AnswersAsync(db, [.. some], from - patience, to + patience, ct);
            foreach (var talk in around.GroupBy(a => a.ConversationId))
            {
                var unclear = new UnclearTalk(await talks.PiecesAsync(db, [.. talk], ct), patience, IsAlike);
                found.AddRange(unclear.Find(from - patience, to).Select(find => new FoundQuestion(talk.First().UnitId, talk.Key, find)));
            }
        }
        return found;

        bool IsAlike(string one, string other) => known.WordsOf(one).LikenessTo(known.WordsOf(other)) > 0;
    }

    /// <returns>False: another process has moved the mark meanwhile.</returns>
    private async Task<bool> KeepAsync(CollectionMark? mark, DateTimeOffset to, List<FoundQuestion> found, CancellationToken ct)
    {
        var questions = keeper.Prepare(found);
        await using var db = await databases.CreateDbContextAsync(ct);
        var asked = await keeper.AskedBeforeAsync(db, questions, ct);
        using var pass = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await MoveAsync(db, mark, to, ct)) return false;
        var kept = await keeper.KeepAsync(db, questions, asked, ct);
        await transaction.CommitAsync(ct);
        if (kept > 0) logger.QuestionsCollected(kept);
        return true;
    }

    private static async Task<bool> MoveAsync(ChatbotDb db, CollectionMark? mark, DateTimeOffset to, CancellationToken ct)
    {
        if (mark is not null)
            return await db.Set<CollectionMark>().Where(m => m.Until == mark.Until).ExecuteUpdateAsync(set => set.SetProperty(m => m.Until, to), ct) == 1;
        if (await db.Set<CollectionMark>().AnyAsync(ct)) return false;
        db.Add(new CollectionMark { Until = to });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
