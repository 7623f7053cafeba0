using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Answers;

/// <summary>The page of one answer, and what editors and approvers do there.</summary>
internal static class OneAnswer
{
    private const int LongestRemark = 1_000;

    public static void MapAnswer(this IEndpointRouteBuilder answers)
    {
        answers.MapGet("/{id:guid}", ShowAsync).RequireRight(AnswerRoutes.Readers);
        answers.MapPost("/{id:guid}", EditAsync).RequireRight(Right.Editor);
        answers.MapPost("/{id:guid}/submit", SubmitAsync).RequireRight(Right.Editor);
        answers.MapPost("/{id:guid}/approve", ApproveAsync).RequireRight(Right.Approver);
        answers.MapPost("/{id:guid}/return", ReturnAsync).RequireRight(Right.Approver);
        answers.MapPost("/{id:guid}/withdraw", WithdrawAsync).RequireRight(Right.Editor | Right.Approver);
    }

    private static Task<IResult> ShowAsync(Guid id, HttpRequest request, AnswerPageReader reader, CancellationToken ct) =>
        reader.PageAsync(id, AnswerWords.Done(request.Query["done"].ToString()), isError: false, typed: null, ct);

    private static async Task<IResult> EditAsync(
        Guid id, IFormCollection form, ConsoleContext console, EditDraft edit, AnswerPageReader reader, WaitingNews news, CancellationToken ct)
    {
        var typed = AnswerForm.Read(form);
        return await AnswerAsync(await edit.EditAsync(AnswerForm.Seen(id, form), typed, await console.ActorAsync(ct), ct), "saved", id, typed, reader, news, ct);
    }

    private static async Task<IResult> SubmitAsync(
        Guid id, IFormCollection form, ConsoleContext console, SubmitAnswer submit, AnswerPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await submit.SubmitAsync(AnswerForm.Seen(id, form), form.Text("keep") == "1", await console.ActorAsync(ct), ct), "submitted", id, typed: null, reader, news, ct);

    private static async Task<IResult> ApproveAsync(
        Guid id, IFormCollection form, ConsoleContext console, ApproveAnswer approve, AnswerPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await approve.ApproveAsync(AnswerForm.Seen(id, form), form.Text("text_hash"), await console.ActorAsync(ct), ct), "approved", id, typed: null, reader, news, ct);

    private static async Task<IResult> ReturnAsync(
        Guid id, IFormCollection form, ConsoleContext console, ReturnAnswer back, AnswerPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await back.ReturnAsync(AnswerForm.Seen(id, form), Remark(form), await console.ActorAsync(ct), ct), "returned", id, typed: null, reader, news, ct);

    private static async Task<IResult> WithdrawAsync(
        Guid id, IFormCollection form, ConsoleContext console, WithdrawAnswer withdraw, AnswerPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await withdraw.WithdrawAsync(AnswerForm.Seen(id, form), Remark(form), await console.ActorAsync(ct), ct), "withdrawn", id, typed: null, reader, news, ct);

    private static async Task<IResult> AnswerAsync(
        AnswerAct act, string done, Guid id, AnswerText? typed, AnswerPageReader reader, WaitingNews news, CancellationToken ct)
    {
        if (act.Outcome == AnswerOutcome.Unknown) return TypedResults.NotFound();
        if (act.Outcome != AnswerOutcome.Done) return await reader.PageAsync(id, AnswerWords.Of(act.Outcome), isError: true, typed, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/answers/{id}?done={done}");
    }

    private static string Remark(IFormCollection form) => form.Text("remark") is var text && text.Length > LongestRemark ? text[..LongestRemark] : text;
}
