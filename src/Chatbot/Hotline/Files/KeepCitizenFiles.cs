using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Files;

/// <summary>Citizens' files, read by id and forgotten with the words that they came with.</summary>
public sealed class KeepCitizenFiles(IDbContextFactory<ChatbotDb> databases, WriteGate gate, FileStore store, ISecretBox box)
{
    /// <summary>For a page that has checked who asks for the case.</summary>
    /// <param name="id">The file.</param>
    /// <param name="caseId">It must have come in one of this case's talks.</param>
    /// <param name="units">Offices whose talks this person may see; a joined talk of another office is left out.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>Null: there is no such file in this case, or it cannot be read any more.</returns>
    public async Task<StoredFile?> ReadAsync(Guid id, Guid caseId, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var talk = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.ConversationId).FirstOrDefaultAsync(ct);
        var talks = SameCitizen.TalksOf(db, talk).Where(c => c.Id == talk || units.Contains(c.UnitId)).Select(c => c.Id);
        var file = await db.Set<CitizenFile>().FirstOrDefaultAsync(f => f.Id == id && f.State == CitizenFileState.Stored && talks.Contains(f.ConversationId), ct);
        if (file is null || await store.ReadAsync(id, ct) is not { } content || FileKind.Of(content) is not { } kind) return null;
        return new StoredFile(caseId, FileName.Clean(box.ReadWords(file.Name) ?? "", kind.Ending), kind.ContentType, content);
    }

    /// <summary>Recurring: files whose message has expired. The contents go with the next sweep.</summary>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CitizenFile>().Where(f => !db.Set<InboundEvent>().Any(e => e.Id == f.EventId && e.Body != null)).ExecuteDeleteAsync(ct);
    }
}
