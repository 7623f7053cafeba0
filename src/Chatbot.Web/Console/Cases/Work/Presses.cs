using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Cases.One;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Work;

/// <summary>Answers a press on a case's page: with the page anew, or with why nothing was done and who was faster.</summary>
internal sealed class Presses(CasePages pages, IDbContextFactory<ChatbotDb> databases)
{
    /// <param name="done">Word in the address for what to say when it was done.</param>
    public async Task<IResult> ShowAsync(Guid id, Task<CaseOutcome> press, string done, CancellationToken ct)
    {
        var outcome = await press;
        if (outcome == CaseOutcome.Done) return Pages.Go($"/console/cases/{id}?done={done}");
        return await RefuseAsync(id, outcome, draft: null, ct);
    }

    public async Task<IResult> RefuseAsync(Guid id, CaseOutcome outcome, Compose.ComposerModel? draft, CancellationToken ct)
    {
        if (outcome == CaseOutcome.Unknown) return TypedResults.NotFound();
        return await pages.ShowAsync(id, draft, CaseLabels.Of(outcome, await AssigneeAsync(id, ct)), isError: true, ct);
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
