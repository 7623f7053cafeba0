using System.Globalization;
using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>The page of one change, and what editors and approvers do there.</summary>
internal static class OneDraft
{
    private const int LongestRemark = 1_000;

    public static void MapDraft(this IEndpointRouteBuilder catalogue)
    {
        catalogue.MapGet("/drafts/{id:guid}", ShowAsync).RequireRight(Right.CatalogueEditor | Right.Approver);
        catalogue.MapPost("/drafts/{id:guid}", WriteAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapPost("/drafts/{id:guid}/submit", SubmitAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapPost("/drafts/{id:guid}/discard", DiscardAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapPost("/drafts/{id:guid}/approve", ApproveAsync).RequireRight(Right.Approver);
        catalogue.MapPost("/drafts/{id:guid}/return", ReturnAsync).RequireRight(Right.Approver);
    }

    private static Task<IResult> ShowAsync(Guid id, HttpRequest request, DraftReader reader, CancellationToken ct) =>
        reader.PageAsync(id, DraftWords.Done(request.Query["done"].ToString()), isError: false, typed: null, ct);

    private static async Task<IResult> WriteAsync(Guid id, IFormCollection form, ConsoleContext console, WriteDraft write, DraftReader reader, WaitingNews news, CancellationToken ct)
    {
        if (await reader.FindAsync(id, ct) is not { } draft) return TypedResults.NotFound();
        var typed = DraftField.Read(draft.Kind == ImportKind.Faq ? DraftField.OfFaq : DraftField.OfProcedure, form);
        var actor = await console.EditorAsync(ct);
        if (draft.Kind == ImportKind.Faq)
        {
            var (faq, problem) = EditedFaq.Read(draft.ReadFaq(), typed);
            return faq is null ? await reader.PageAsync(id, problem, isError: true, typed, ct) : await AnswerAsync(await write.FaqAsync(Seen(id, form), faq, actor, ct), "saved", id, typed, reader, news, ct);
        }
        var row = EditedProcedure.Read(draft.ReadProcedure(), typed);
        if (row.Entry is not { } procedure || row.Problems.Count > 0)
            return await reader.PageAsync(id, string.Join(" ", row.Problems.Select(p => $"{p.Field}: {p.Problem}.")), isError: true, typed, ct);
        return await AnswerAsync(await write.ProcedureAsync(Seen(id, form), procedure, actor, ct), "saved", id, typed, reader, news, ct);
    }

    private static async Task<IResult> SubmitAsync(Guid id, IFormCollection form, ConsoleContext console, SubmitDraft submit, DraftReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await submit.SubmitAsync(Seen(id, form), await console.EditorAsync(ct), ct), "submitted", id, typed: null, reader, news, ct);

    private static async Task<IResult> DiscardAsync(Guid id, IFormCollection form, ConsoleContext console, DiscardDraft discard, DraftReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await discard.DiscardAsync(Seen(id, form), await console.EditorAsync(ct), ct), "discarded", id, typed: null, reader, news, ct);

    private static async Task<IResult> ApproveAsync(Guid id, IFormCollection form, ConsoleContext console, ApproveDraft approve, DraftReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await approve.ApproveAsync(Seen(id, form), form.Text("content_hash"), await console.EditorAsync(ct), ct), "approved", id, typed: null, reader, news, ct);

    private static async Task<IResult> ReturnAsync(Guid id, IFormCollection form, ConsoleContext console, ReturnDraft back, DraftReader reader, WaitingNews news, CancellationToken ct)
    {
        var remark = form.Text("remark") is var text && text.Length > LongestRemark ? text[..LongestRemark] : text;
        return await AnswerAsync(await back.ReturnAsync(Seen(id, form), remark, await console.EditorAsync(ct), ct), "returned", id, typed: null, reader, news, ct);
    }

    private static async Task<IResult> AnswerAsync(
        DraftAct act, string done, Guid id, IReadOnlyDictionary<string, string>? typed, DraftReader reader, WaitingNews news, CancellationToken ct)
    {
        if (act.Outcome == DraftOutcome.Unknown) return TypedResults.NotFound();
        if (act.Outcome != DraftOutcome.Done) return await reader.PageAsync(id, DraftWords.Of(act.Outcome), isError: true, typed, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/catalogue/drafts/{id}?done={done}");
    }

    private static SeenDraft Seen(Guid id, IFormCollection form) =>
        new(id, int.TryParse(form.Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0);
}
