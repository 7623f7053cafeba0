using Chatbot.Catalogue.Import;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Catalogue.Editing;

/// <summary>How every act on a draft is stored: by one person, from the state that this person saw, or not at all.</summary>
public sealed class DraftDesk(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal DateOnly Today => VietnamDay.Of(Now);

    internal Task<DraftAct> ActAsync(SeenDraft seen, CatalogueActor actor, Func<EntryDraft, DraftOutcome> act, CancellationToken ct) =>
        ActAsync(seen, actor, (_, draft) => Task.FromResult(act(draft)), ct);

    internal async Task<DraftAct> ActAsync(SeenDraft seen, CatalogueActor actor, Func<ChatbotDb, EntryDraft, Task<DraftOutcome>> act, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var draft = await db.Set<EntryDraft>().AsTracking().FirstOrDefaultAsync(d => d.Id == seen.Id && actor.UnitIds.Contains(d.UnitId), ct);
        if (draft is null) return DraftAct.Unknown;
        if (draft.Revision != seen.Revision) return new DraftAct(DraftOutcome.ChangedMeanwhile, draft);
        var outcome = await act(db, draft);
        if (outcome != DraftOutcome.Done) return new DraftAct(outcome, draft);
        try
        {
            await db.SaveChangesAsync(ct);
            return new DraftAct(DraftOutcome.Done, draft);
        }
        catch (DbUpdateException)   // of two people, or a person and an import, one was first: revision and version number are unique
        {
            return new DraftAct(DraftOutcome.ChangedMeanwhile, draft);
        }
    }

    /// <summary>Stores a new draft; when the entry has an open one already, that one is the answer.</summary>
    internal async Task<DraftAct> AddAsync(EntryDraft draft, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        if (await OpenAsync(draft, ct) is { } open) return new DraftAct(DraftOutcome.Done, open);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Add(draft);
        try
        {
            await db.SaveChangesAsync(ct);
            return new DraftAct(DraftOutcome.Done, draft);
        }
        catch (DbUpdateException)
        {
            if (await OpenAsync(draft, ct) is { } first) return new DraftAct(DraftOutcome.Done, first);
            throw;
        }
    }

    /// <returns>Null: no such version, or of another unit.</returns>
    internal async Task<IContentVersion?> VersionAsync(Guid id, CatalogueActor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ProcedureVersion>().FirstOrDefaultAsync(v => v.Id == id && actor.UnitIds.Contains(v.UnitId), ct) as IContentVersion
            ?? await db.Set<FaqVersion>().FirstOrDefaultAsync(v => v.Id == id && actor.UnitIds.Contains(v.UnitId), ct);
    }

    /// <returns>Null: the catalogue does not have it.</returns>
    internal async Task<IContentVersion?> NewestAsync(ImportKind kind, Guid unitId, string code, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return kind == ImportKind.Faq ? await NewestAsync<FaqVersion>(db, unitId, code, ct) : await NewestAsync<ProcedureVersion>(db, unitId, code, ct);
    }

    internal static Task<TVersion?> NewestAsync<TVersion>(ChatbotDb db, Guid unitId, string code, CancellationToken ct)
        where TVersion : class, IContentVersion =>
        db.Set<TVersion>().AsTracking().Where(v => v.UnitId == unitId && v.Code == code).OrderByDescending(v => v.Version).FirstOrDefaultAsync(ct);

    internal async Task<bool> HasAnyAsync(ImportKind kind, Guid unitId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return kind == ImportKind.Faq ? await db.Set<FaqVersion>().AnyAsync(v => v.UnitId == unitId, ct) : await db.Set<ProcedureVersion>().AnyAsync(v => v.UnitId == unitId, ct);
    }

    private async Task<EntryDraft?> OpenAsync(EntryDraft draft, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<EntryDraft>().FirstOrDefaultAsync(d => d.UnitId == draft.UnitId && d.Kind == draft.Kind && d.Code == draft.Code
            && (d.Status == DraftStatus.Draft || d.Status == DraftStatus.Submitted || d.Status == DraftStatus.Returned), ct);
    }
}
