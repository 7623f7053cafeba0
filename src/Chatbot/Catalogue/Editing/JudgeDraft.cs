using Chatbot.Catalogue.Import;

namespace Chatbot.Catalogue.Editing;

/// <summary>Hands a draft to the approvers, once it says all that an entry must say.</summary>
public sealed class SubmitDraft(DraftDesk desk)
{
    public Task<DraftAct> SubmitAsync(SeenDraft seen, CatalogueActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, draft => !IsFit(draft) ? DraftOutcome.Unfit : draft.Submit(desk.Now) ? DraftOutcome.Done : DraftOutcome.WrongState, ct);

    private static bool IsFit(EntryDraft draft) =>
        (draft.Kind == ImportKind.Faq ? EntryRules.Problem(draft.ReadFaq()) : EntryRules.Problem(draft.ReadProcedure())) is null;
}

/// <summary>Gives a submitted draft back to its editor with the reason.</summary>
public sealed class ReturnDraft(DraftDesk desk)
{
    public Task<DraftAct> ReturnAsync(SeenDraft seen, string remark, CatalogueActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, draft => draft.Return(remark, desk.Now) ? DraftOutcome.Done : DraftOutcome.WrongState, ct);
}

/// <summary>Ends a draft that is not wanted; the catalogue stays as it is.</summary>
public sealed class DiscardDraft(DraftDesk desk)
{
    public Task<DraftAct> DiscardAsync(SeenDraft seen, CatalogueActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, draft => draft.Discard(desk.Now) ? DraftOutcome.Done : DraftOutcome.WrongState, ct);
}
