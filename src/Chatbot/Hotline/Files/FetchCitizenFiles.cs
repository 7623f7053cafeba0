using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Files;

/// <summary>Recurring: fetches what <see cref="CollectCitizenFiles"/> found. May run twice or stop anywhere: an attempt is claimed before it begins, and a content
/// without its row is swept away.</summary>
public sealed class FetchCitizenFiles(
    IDbContextFactory<ChatbotDb> databases, WriteGate gate, FileDownload download, FileStore store, ISecretBox box, LiveChanges live, TimeProvider clock)
{
    private const int Most = 100;
    private const int AtOnce = 4;
    private const int MostAttempts = 8;
    private static readonly TimeSpan Claimed = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <returns>How many came to an end, stored or refused.</returns>
    public async Task<int> FetchAsync(CancellationToken ct)
    {
        var done = 0;
        await Parallel.ForEachAsync(await DueAsync(ct), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (file, token) =>
        {
            if (await TryClaimAsync(file, token) && await FetchAsync(file, token)) Interlocked.Increment(ref done);
        });
        return done;
    }

    private async Task<List<CitizenFile>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CitizenFile>().Where(f => f.State == CitizenFileState.Waiting && f.NextAttemptAt <= now).OrderBy(f => f.NextAttemptAt).Take(Most).ToListAsync(ct);
    }

    private async Task<bool> TryClaimAsync(CitizenFile file, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Claimed;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CitizenFile>().Where(f => f.Id == file.Id && f.State == CitizenFileState.Waiting && f.Attempts == file.Attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Attempts, file.Attempts + 1).SetProperty(f => f.NextAttemptAt, until), ct) == 1;
    }

    /// <returns>False: it is to be tried again.</returns>
    private async Task<bool> FetchAsync(CitizenFile file, CancellationToken ct)
    {
        var fetched = box.ReadWords(file.Address) is { Length: > 0 } address ? await download.FetchAsync(address, ct) : new Downloaded.Refused(FileRefusal.Gone);
        switch (fetched)
        {
            case Downloaded.Content { Bytes: var bytes } when FileKind.Of(bytes) is { } kind:
                await store.WriteAsync(file.Id, bytes, ct);
                if (!await EndAsync(file, CitizenFileState.Stored, null, kind.ContentType, bytes.Length, ct)) store.Delete(file.Id);   // the citizen was erased meanwhile
                return true;
            case Downloaded.Content:
                return await EndAsync(file, CitizenFileState.Refused, FileRefusal.Kind, "", 0, ct);
            case Downloaded.Refused { Why: var why }:
                return await EndAsync(file, CitizenFileState.Refused, why, "", 0, ct);
            default:
                return file.Attempts + 1 >= MostAttempts ? await EndAsync(file, CitizenFileState.Refused, FileRefusal.Unreachable, "", 0, ct) : await WaitAsync(file, ct);
        }
    }

    private async Task<bool> EndAsync(CitizenFile file, CitizenFileState state, FileRefusal? why, string contentType, long size, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var ended = await db.Set<CitizenFile>().Where(f => f.Id == file.Id && f.State == CitizenFileState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(f => f.State, state).SetProperty(f => f.Refusal, why).SetProperty(f => f.ContentType, contentType).SetProperty(f => f.Size, size)
            .SetProperty(f => f.Address, ""), ct) == 1;
        if (ended) await live.TellAsync(db, [LiveChange.Conversation(file.ConversationId)], ct);
        return ended;
    }

    private async Task<bool> WaitAsync(CitizenFile file, CancellationToken ct)
    {
        var next = clock.GetUtcNow() + (FirstPause * Math.Pow(2, file.Attempts));
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<CitizenFile>().Where(f => f.Id == file.Id && f.State == CitizenFileState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(f => f.NextAttemptAt, next), ct);
        return false;
    }
}
