using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Search;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Cases;

/// <summary>Notes among officials, and labels.</summary>
public sealed class NoteCase(CaseDesk desk, CaseSearch search, ISecretBox box)
{
    public const int LongestNote = 4_000;

    /// <param name="noteId">Drawn by the page: a second press is the same note.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="author">Who writes.</param>
    /// <param name="text">1 to <see cref="LongestNote"/> characters; findable like everything in a case.</param>
    /// <param name="mentioned">Who was named with @; each is told once.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<CaseOutcome> NoteAsync(Guid noteId, Guid caseId, Guid author, string text, IReadOnlyCollection<Guid> mentioned, CancellationToken ct) =>
        desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            if (text.Trim() is not { Length: > 0 and <= LongestNote } words) return CaseOutcome.Invalid;
            if (await db.Set<CaseNote>().AnyAsync(n => n.Id == noteId, token)) return CaseOutcome.Done;
            db.Add(new CaseNote { Id = noteId, CaseId = caseId, AuthorId = author, Text = box.ProtectWords(words), WrittenAt = desk.Now });
            db.Add(CaseEvent.Of(matter, CaseVerb.Note, author, desk.Now, noteId.ToString()));
            db.AddRange(mentioned.Distinct().Where(m => m != author).Select(m => Notice.For(matter, NoticeKind.Mentioned, m, $"mentioned:{noteId}:{m}", desk.Now)));
            await search.IndexAsync(db, caseId, words, token);
            return CaseOutcome.Done;
        }, ct);

    public Task<CaseOutcome> LabelAsync(Guid caseId, Guid labelId, Guid official, CancellationToken ct) => desk.ChangeAsync(caseId, async (db, matter, token) =>
    {
        if (!await db.Set<Label>().AnyAsync(l => l.Id == labelId, token)) return CaseOutcome.Invalid;
        if (await db.Set<CaseLabel>().AnyAsync(l => l.CaseId == caseId && l.LabelId == labelId, token)) return CaseOutcome.Done;
        db.Add(new CaseLabel { CaseId = caseId, LabelId = labelId });
        db.Add(CaseEvent.Of(matter, CaseVerb.Label, official, desk.Now, labelId.ToString()));
        return CaseOutcome.Done;
    }, ct);

    public Task<CaseOutcome> UnlabelAsync(Guid caseId, Guid labelId, Guid official, CancellationToken ct) => desk.ChangeAsync(caseId, async (db, matter, token) =>
    {
        if (await db.Set<CaseLabel>().Where(l => l.CaseId == caseId && l.LabelId == labelId).ExecuteDeleteAsync(token) > 0)
            db.Add(CaseEvent.Of(matter, CaseVerb.Unlabel, official, desk.Now, labelId.ToString()));
        return CaseOutcome.Done;
    }, ct);
}
