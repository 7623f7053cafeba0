using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.Compose;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.Cases.Work;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>The whole page of a case as the answer to a request; each time it is shown, the reading is entered in the audit trail.</summary>
internal sealed class CasePages(
    ConsoleContext console, CaseReader reader, ComposerReader composer, IDbContextFactory<ChatbotDb> databases)
{
    /// <param name="id">A case behind the <see cref="CaseDoor"/>.</param>
    /// <param name="draft">What stands in the composer; null: nothing yet.</param>
    /// <param name="notice">What was done, or why not; null: nothing to say.</param>
    /// <param name="isError">Nothing was done.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<IResult> ShowAsync(Guid id, ComposerModel? draft, string? notice, bool isError, CancellationToken ct) =>
        ShowAsync(id, draft, before: null, notice, isError, ct);

    public async Task<IResult> ShowAsync(Guid id, ComposerModel? draft, DateTimeOffset? before, string? notice, bool isError, CancellationToken ct)
    {
        var scope = await console.ScopeAsync(ct);
        if (await reader.ReadAsync(id, console.Visitor, scope, before, ct) is not { } model) return TypedResults.NotFound();
        await reader.NoteReadingAsync(id, model.View.Case.HandlerUnitId, "conversation.read", ct);
        await reader.SeeAsync(model, ct);
        return Pages.Show<CasePage>(new
        {
            Model = model, Compose = await composer.FillAsync(model, draft, scope.UnitIds, ct), Choices = await ChoicesAsync(model, scope, ct), IsLatest = before is null, Notice = notice,
            NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<CaseChoices> ChoicesAsync(CaseModel model, Chatbot.Officials.UnitScope scope, CancellationToken ct)
    {
        var units = scope.UnitIds;
        var (talk, others) = (model.View.Case.ConversationId, model.View.Others);
        await using var db = await databases.CreateDbContextAsync(ct);
        var joined = await SameCitizen.TalksOf(db, talk).Where(c => c.Id != talk && units.Contains(c.UnitId)).Select(c => new { c.Id, c.Channel }).ToListAsync(ct);
        var cases = await db.Set<Case>().Where(c => others.Contains(c.Id)).OrderByDescending(c => c.OpenedAt).Select(c => new { c.Id, c.TrackingCode, c.State }).ToListAsync(ct);
        return new CaseChoices(
            await InboxReader.Colleagues(db, scope).ToListAsync(ct), await UnitNode.ReadAsync(db, await ForwardTargets.ReadAsync(db, console.Visitor, ct), ct),
            await db.Set<Label>().Where(l => units.Contains(l.UnitId)).OrderBy(l => l.Name).ToListAsync(ct),
            await db.Set<Macro>().Where(m => units.Contains(m.UnitId)).OrderBy(m => m.Name).ToListAsync(ct))
        {
            Joined = [.. joined.Select(c => (c.Id, CaseLabels.Of(c.Channel)))],
            Others = [.. cases.Select(c => (c.Id, $"{TrackingCode.Show(c.TrackingCode)} – {CaseLabels.Of(c.State)}"))],
        };
    }
}
