using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.One;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Work;

/// <summary>Answers a press on a case's page: with the page anew, or with why nothing was done and who was faster.</summary>
internal sealed class Presses(ConsoleContext console, CasePages pages, IDbContextFactory<ChatbotDb> databases)
{
    /// <param name="done">Word in the address for what to say when it was done.</param>
    public async Task<IResult> ShowAsync(Guid id, Task<CaseOutcome> press, string done, CancellationToken ct)
    {
        var outcome = await press;
        if (outcome != CaseOutcome.Done) return await RefuseAsync(id, outcome, draft: null, ct);
        // Handed to an office that this visitor does not see into: its page is not theirs any more.
        return Pages.Go(await IsStillOpenAsync(id, ct) ? $"/console/cases/{id}?done={done}" : "/console/cases?bulk=1-0");
    }

    public async Task<IResult> RefuseAsync(Guid id, CaseOutcome outcome, Compose.ComposerModel? draft, CancellationToken ct)
    {
        if (outcome == CaseOutcome.Unknown) return TypedResults.NotFound();
        return await pages.ShowAsync(id, draft, CaseLabels.Of(outcome, await AssigneeAsync(id, ct)), isError: true, ct);
    }

    private async Task<bool> IsStillOpenAsync(Guid id, CancellationToken ct)
    {
        var units = (await console.ScopeAsync(ct)).UnitIds;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await CaseDoor.IsOpenAsync(db, id, units, ct);
    }

    private async Task<string?> AssigneeAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await (from matter in db.Set<Case>()
                      where matter.Id == id
                      join official in db.Set<Official>() on matter.AssigneeId equals official.Id
                      select official.FullName).FirstOrDefaultAsync(ct);
    }
}
