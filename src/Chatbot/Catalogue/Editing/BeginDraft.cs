using Chatbot.Catalogue.Import;

namespace Chatbot.Catalogue.Editing;

/// <summary>Begins to change an entry, to add one, or to end one. A second press, or a second person, finds the first draft.</summary>
public sealed class BeginDraft(DraftDesk desk)
{
    /// <summary>From a version as it stands; the newest one of its entry is what will be changed.</summary>
    public async Task<DraftAct> OfVersionAsync(Guid versionId, CatalogueActor actor, CancellationToken ct)
    {
        if (await desk.VersionAsync(versionId, actor, ct) is not { } version) return DraftAct.Unknown;
        return await AddAsync(version, version.Content, actor, ct);
    }

    /// <summary>An entry that is not there yet; its text is written afterwards.</summary>
    public async Task<DraftAct> OfNewAsync(ImportKind kind, Guid unitId, string code, string title, CatalogueActor actor, CancellationToken ct)
    {
        if (!actor.UnitIds.Contains(unitId)) return DraftAct.Unknown;
        if (!await desk.HasAnyAsync(kind, unitId, ct)) return new DraftAct(DraftOutcome.NoCatalogue, null);
        if (await desk.NewestAsync(kind, unitId, code, ct) is not null) return new DraftAct(DraftOutcome.Exists, null);
        var content = kind == ImportKind.Faq ? CatalogueText.Write(new FaqEntry(code, [title], "")) : CatalogueText.Write(new Procedure(code, title) { Detail = Detail.TitleOnly });
        return await desk.AddAsync(NewDraft(kind, unitId, code, baseVersionId: null, title, content, actor), ct);
    }

    /// <summary>A procedure that ends on a day: repealed, or replaced by another one.</summary>
    /// <param name="versionId">A version of the procedure.</param>
    /// <param name="from">First day on which it is no longer in force.</param>
    /// <param name="replacedBy">Code of the procedure that takes its place; null: none.</param>
    /// <param name="decision">Number of the decision; empty: as before.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<DraftAct> OfEndAsync(Guid versionId, DateOnly from, string? replacedBy, string decision, CatalogueActor actor, CancellationToken ct)
    {
        if (await desk.VersionAsync(versionId, actor, ct) is not ProcedureVersion version) return DraftAct.Unknown;
        var before = CatalogueText.Procedure(version.Content);
        return await AddAsync(version, CatalogueText.Write(before with
        {
            Status = replacedBy is null ? ProcedureStatus.Repealed : ProcedureStatus.Replaced,
            ReplacedBy = replacedBy,
            ValidFrom = from,
            ValidUntil = null,
            DecisionNumber = decision.Length > 0 ? decision : before.DecisionNumber,
        }), actor, ct);
    }

    private async Task<DraftAct> AddAsync(IContentVersion version, string content, CatalogueActor actor, CancellationToken ct)
    {
        var kind = version is FaqVersion ? ImportKind.Faq : ImportKind.Procedures;
        var newest = await desk.NewestAsync(kind, version.UnitId, version.Code, ct);
        if (newest!.Id != version.Id) return new DraftAct(DraftOutcome.Overtaken, null);
        return await desk.AddAsync(NewDraft(kind, version.UnitId, version.Code, version.Id, WriteDraft.TitleOf(kind, content), content, actor), ct);
    }

    private EntryDraft NewDraft(ImportKind kind, Guid unitId, string code, Guid? baseVersionId, string title, string content, CatalogueActor actor)
    {
        var draft = new EntryDraft { UnitId = unitId, Kind = kind, Code = code, BaseVersionId = baseVersionId, AuthorId = actor.OfficialId, CreatedAt = desk.Now };
        draft.Write(title, content, by: null, desk.Now);
        return draft;
    }
}
