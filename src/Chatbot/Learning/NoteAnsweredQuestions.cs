using Chatbot.Conversations;
using Chatbot.Hotline;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Learning;

/// <summary>Recurring: a question that the bot did not understand and an official has answered is worth most, above all when the answer names a procedure.</summary>
public sealed class NoteAnsweredQuestions(IDbContextFactory<ChatbotDb> databases, WriteGate gate, ISecretBox box, IKnowledgeSource knowledge, TimeProvider clock)
{
    /// <summary>A case that was opened so long after the question may be about it.</summary>
    private static readonly TimeSpan SameMatter = TimeSpan.FromHours(24);

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    private const int Most = 1_000;

    public async Task NoteAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var answered = await AnsweredAsync(db, ct);
        if (answered.Count == 0) return;
        var named = await NamedAsync(db, [.. answered.Select(a => a.CaseId).Distinct()], ct);
        using var pass = await gate.EnterAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var one in answered) await NoteAsync(db, one, named.GetValueOrDefault(one.CaseId), ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<List<Answered>> AnsweredAsync(ChatbotDb db, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - LookBack;
        var rows = await (
            from question in db.Set<UnclearQuestion>()
            where question.AskedAt > since && (question.Why == UnclearWhy.NotFound || question.Why == UnclearWhy.NotChosen || question.Why == UnclearWhy.HandedOver)
            join matter in db.Set<Case>() on question.ConversationId equals matter.ConversationId
            where matter.FirstAnsweredAt != null && matter.OpenedAt >= question.AskedAt
            orderby question.AskedAt
            select new Answered(question.Id, question.GroupId, question.AskedAt, matter.Id, matter.OpenedAt)).Take(Most).ToListAsync(ct);
        return [.. rows.Where(r => r.OpenedAt - r.AskedAt <= SameMatter).DistinctBy(r => r.QuestionId)];
    }

    /// <summary>Procedures that officials' answers name by their code.</summary>
    private async Task<Dictionary<Guid, string>> NamedAsync(ChatbotDb db, List<Guid> cases, CancellationToken ct)
    {
        var texts = await db.Set<CaseAnswer>().Where(a => cases.Contains(a.CaseId) && a.Purpose == AnswerPurpose.Answer && a.State == AnswerState.Queued)
            .OrderBy(a => a.CreatedAt).Select(a => new { a.CaseId, a.Text }).ToListAsync(ct);
        return texts.Select(t => (t.CaseId, Code: Numbers.CodeIn(box.UnprotectText(t.Text) ?? "")))
            .Where(t => t.Code is not null && knowledge.Current.Find(t.Code) is not null)
            .GroupBy(t => t.CaseId).ToDictionary(g => g.Key, g => g.First().Code!);
    }

    private static async Task NoteAsync(ChatbotDb db, Answered one, string? code, CancellationToken ct)
    {
        await db.Set<UnclearQuestion>().Where(q => q.Id == one.QuestionId)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.Why, UnclearWhy.Answered).SetProperty(q => q.MeantCode, q => code ?? q.MeantCode), ct);
        if (code is null) return;
        await db.Set<QuestionGroup>().Where(g => g.Id == one.GroupId && g.State == GroupState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.LikelyCode, code).SetProperty(g => g.LikelyFrom, LikelyFrom.Official), ct);
    }

    private sealed record Answered(Guid QuestionId, Guid GroupId, DateTimeOffset AskedAt, Guid CaseId, DateTimeOffset OpenedAt);
}
