using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Phrases;

/// <summary>Takes a macro's steps in order and stops at the first that is refused; each step is a transaction of its own, as if pressed one by one.</summary>
public sealed class RunMacro(
    IDbContextFactory<ChatbotDb> databases, AssignCase assign, ChangeCase change, NoteCase note, CloseCase close, KeepCannedAnswers canned)
{
    /// <param name="macroId">The macro.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="official">Who presses.</param>
    /// <param name="officialName">For placeholders of canned answers.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<MacroRun> RunAsync(Guid macroId, Guid caseId, Guid official, string officialName, CancellationToken ct)
    {
        Macro? macro;
        await using (var db = await databases.CreateDbContextAsync(ct)) macro = await db.Set<Macro>().FirstOrDefaultAsync(m => m.Id == macroId, ct);
        if (macro is null) return new MacroRun(0, CaseOutcome.Unknown, "");
        var (done, draft) = (0, "");
        foreach (var step in macro.Read())
        {
            if (step.Action == MacroAction.Canned) draft = await DraftAsync(step, caseId, officialName, ct);
            else if (await TakeAsync(step, caseId, official, ct) is var outcome && outcome != CaseOutcome.Done) return new MacroRun(done, outcome, draft);
            done++;
        }
        return new MacroRun(done, CaseOutcome.Done, draft);
    }

    private async Task<string> DraftAsync(MacroStep step, Guid caseId, string officialName, CancellationToken ct) =>
        Guid.TryParse(step.Argument, out var id) ? await canned.FillAsync(id, caseId, officialName, ct) ?? "" : "";

    private Task<CaseOutcome> TakeAsync(MacroStep step, Guid caseId, Guid official, CancellationToken ct)
    {
        var hasId = Guid.TryParse(step.Argument, out var id);
        return step.Action switch
        {
            MacroAction.Claim => assign.ClaimAsync(caseId, official, ct),
            MacroAction.Start => change.StartAsync(caseId, official, ct),
            MacroAction.Assign when hasId => assign.AssignAsync(caseId, id, official, ct),
            MacroAction.Label when hasId => note.LabelAsync(caseId, id, official, ct),
            MacroAction.Unlabel when hasId => note.UnlabelAsync(caseId, id, official, ct),
            MacroAction.Forward when hasId => change.ForwardAsync(caseId, id, official, "", ct),
            MacroAction.ConfirmKind when Enum.TryParse<CaseKind>(step.Argument, out var kind) => change.ConfirmKindAsync(caseId, kind, official, ct),
            MacroAction.Close when Enum.TryParse<CaseEnd>(step.Argument, out var end) => close.CloseAsync(caseId, end, official, "", ct),
            _ => Task.FromResult(CaseOutcome.Invalid),
        };
    }
}

/// <param name="Done">Steps taken.</param>
/// <param name="Outcome">Of the step that was refused; Done: none.</param>
/// <param name="Draft">Text for the composer; empty: none.</param>
public sealed record MacroRun(int Done, CaseOutcome Outcome, string Draft);
