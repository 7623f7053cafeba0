using Chatbot.Catalogue.Import;
using Chatbot.Persistence;

namespace Chatbot.Catalogue.Editing;

/// <summary>A second person makes a draft a version of the catalogue, from its first day on; the bot knows it within a minute. Binds to the text that was read.</summary>
/// <remarks>Draft, version and the run that the bot's snapshot looks at are saved together or not at all.</remarks>
public sealed class ApproveDraft(DraftDesk desk)
{
    /// <summary>Source of what the office itself has written; a later import of the same code says so in its report.</summary>
    public const string LocalSource = "Sửa tại đơn vị";

    /// <param name="seen">The draft as the approver saw it.</param>
    /// <param name="contentHash"><see cref="EntryDraft.ContentHash"/> of the text that the approver read.</param>
    /// <param name="actor">Neither author nor editor.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<DraftAct> ApproveAsync(SeenDraft seen, string contentHash, CatalogueActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, async (db, draft) =>
        {
            if (draft.ContentHash != contentHash) return DraftOutcome.ChangedMeanwhile;
            if (draft.IsOwnWorkOf(actor.OfficialId)) return DraftOutcome.OwnWork;
            if (draft.Status != DraftStatus.Submitted) return DraftOutcome.WrongState;
            var outcome = draft.Kind == ImportKind.Faq
                ? await PublishAsync(db, draft, EntryKinds.Faq, CatalogueText.Faq(draft.Content), ct)
                : await PublishAsync(db, draft, EntryKinds.Procedures, CatalogueText.Procedure(draft.Content), ct);
            return outcome == DraftOutcome.Done && !draft.Approve(actor.OfficialId, desk.Now) ? DraftOutcome.WrongState : outcome;
        }, ct);

    private async Task<DraftOutcome> PublishAsync<TEntry, TVersion>(ChatbotDb db, EntryDraft draft, EntryKind<TEntry, TVersion> kind, TEntry entry, CancellationToken ct)
        where TEntry : class
        where TVersion : class, IContentVersion
    {
        var before = await DraftDesk.NewestAsync<TVersion>(db, draft.UnitId, draft.Code, ct);
        if (before?.Id != draft.BaseVersionId) return DraftOutcome.Overtaken;
        if (before?.ContentHash == draft.ContentHash) return DraftOutcome.NothingNew;
        var run = Run(draft, isNew: before is null);
        var stamp = new Stamp(draft.UnitId, run.Id, LocalSource, (before?.Version ?? 0) + 1, draft.Content, draft.ContentHash, desk.Now);
        var version = kind.Version(entry, stamp);
        version.SourceDate = desk.Today;
        if (before is not null) before.SupersededOn = kind.ValidFrom(entry) is { } from && from > desk.Today ? from : desk.Today;
        db.Add(run);
        db.Add(version);
        return DraftOutcome.Done;
    }

    private ImportRun Run(EntryDraft draft, bool isNew) => new()
    {
        UnitId = draft.UnitId, Kind = draft.Kind, Source = LocalSource, FileName = "", StartedAt = desk.Now, FinishedAt = desk.Now,
        Rows = 1, Added = isNew ? 1 : 0, Amended = isNew ? 0 : 1,
    };
}
