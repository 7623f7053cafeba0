using System.Security.Cryptography;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Files;

/// <summary>Files of a case: added, read by id, swept away when nothing refers to them any more.</summary>
public sealed class KeepFiles(CaseDesk desk, FileStore store, ISecretBox box)
{
    /// <summary>Bytes; both platforms take less.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <param name="id">Drawn by the page: a second press is the same file.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="official">Who adds it.</param>
    /// <param name="name">As the browser gave it.</param>
    /// <param name="content">1 byte to <see cref="Largest"/>; Invalid when it is of no kind that is taken.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<CaseOutcome> AddAsync(Guid id, Guid caseId, Guid official, string name, byte[] content, CancellationToken ct)
    {
        if (content.Length is 0 or > Largest || FileKind.Of(content) is not { } kind) return CaseOutcome.Invalid;
        // The content first: a row without one would promise what is not there; one without a row is swept.
        await store.WriteAsync(id, content, ct);
        return await desk.ChangeAsync(caseId, async (db, matter, token) =>
        {
            if (await db.Set<CaseFile>().AnyAsync(f => f.Id == id, token)) return CaseOutcome.Done;
            db.Add(new CaseFile
            {
                Id = id, CaseId = caseId, OfficialId = official, Name = box.ProtectWords(FileName.Clean(name, kind.Ending)), ContentType = kind.ContentType,
                Size = content.Length, Hash = Convert.ToHexStringLower(SHA256.HashData(content)), AddedAt = desk.Now,
            });
            db.Add(CaseEvent.Of(matter, CaseVerb.Attach, official, desk.Now, id.ToString()));
            return CaseOutcome.Done;
        }, ct);
    }

    /// <summary>For a page that has checked who asks; to be sent as a download, never shown in place.</summary>
    /// <returns>Null: there is no such file, or it cannot be read any more.</returns>
    public async Task<StoredFile?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var db = await desk.ReadAsync(ct);
        if (await db.Set<CaseFile>().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } file) return null;
        return await store.ReadAsync(id, ct) is { } content
            ? new StoredFile(file.CaseId, box.ReadWords(file.Name) is { Length: > 0 } name ? name : "tep", file.ContentType, content)
            : null;
    }

    /// <summary>Recurring: contents whose row is gone (erased citizens, deleted cases, a process that died between the two).</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var removed = 0;
        await using var db = await desk.ReadAsync(ct);
        foreach (var some in store.Settled(desk.Now.UtcDateTime.AddHours(-1)).Chunk(200))
        {
            var ids = some.Where(f => f.Id is not null).Select(f => f.Id!.Value).ToList();
            var known = await db.Set<CaseFile>().Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct);
            known.AddRange(await db.Set<CitizenFile>().Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToListAsync(ct));
            foreach (var (_, path) in some.Where(f => f.Id is not { } id || !known.Contains(id)))
            {
                File.Delete(path);
                removed++;
            }
        }
        return removed;
    }
}

public sealed record StoredFile(Guid CaseId, string Name, string ContentType, byte[] Content);
