using Chatbot.Catalogue.Import;

namespace Chatbot.Catalogue.Editing;

/// <summary>Changes the text of an open draft. What was submitted is a draft again; the same text changes nothing.</summary>
public sealed class WriteDraft(DraftDesk desk)
{
    /// <param name="seen">The draft as the editor saw it.</param>
    /// <param name="procedure">Fit by <see cref="EntryRules"/>, with the draft's own code.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<DraftAct> ProcedureAsync(SeenDraft seen, Procedure procedure, CatalogueActor actor, CancellationToken ct) =>
        WriteAsync(seen, procedure.Name, CatalogueText.Write(procedure with { SourceDate = null }), actor, ct);

    /// <inheritdoc cref="ProcedureAsync"/>
    public Task<DraftAct> FaqAsync(SeenDraft seen, FaqEntry faq, CatalogueActor actor, CancellationToken ct) =>
        WriteAsync(seen, faq.Questions[0], CatalogueText.Write(faq with { SourceDate = null }), actor, ct);

    /// <exception cref="System.Text.Json.JsonException">The column was changed by hand.</exception>
    internal static string TitleOf(ImportKind kind, string content) =>
        kind == ImportKind.Faq ? CatalogueText.Faq(content).Questions.FirstOrDefault("") : CatalogueText.Procedure(content).Name;

    private Task<DraftAct> WriteAsync(SeenDraft seen, string title, string content, CatalogueActor actor, CancellationToken ct) =>
        desk.ActAsync(seen, actor, draft => draft.Write(title, content, actor.OfficialId, desk.Now) ? DraftOutcome.Done : DraftOutcome.WrongState, ct);
}
