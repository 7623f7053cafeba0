using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Assigning;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Cases.One;
using Chatbot.Web.Console.Cases.Work;
using Chatbot.Web.Console.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases.Compose;

/// <summary>Writing to the citizen, and what can be done with what was written.</summary>
internal static class AnswerRoutes
{
    public static void MapAnswers(this IEndpointRouteBuilder matter)
    {
        matter.MapPost("/answer", AnswerAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/preview", PreviewAsync).RequireRight(CaseRights.Act);
        matter.MapPost("/preview-page", (Guid id, IFormCollection form, CasePages pages, CancellationToken ct) =>
            pages.ShowAsync(id, Draft(form), notice: null, isError: false, ct)).RequireRight(CaseRights.Act);
        matter.MapGet("/canned", FindCannedAsync).RequireRight(CaseRights.Act);
        matter.MapGet("/canned/{text:guid}", FillCannedAsync).RequireRight(CaseRights.Act);
        var answer = matter.MapGroup("/answers/{answer:guid}").AddEndpointFilter<AnswerOfCase>();
        answer.MapPost("/send", SendAsync).RequireRight(CaseRights.Act);
        answer.MapPost("/retry", RetryAsync).RequireRight(CaseRights.Act);
        answer.MapPost("/withdraw", WithdrawAsync).RequireRight(CaseRights.Act);
        answer.MapPost("/approve", ApproveAsync).RequireRight(CaseRights.Approve);
        answer.MapGet("/return", ShowReturnAsync).RequireRight(CaseRights.Approve);
        answer.MapPost("/return", ReturnAsync).RequireRight(CaseRights.Approve);
    }

    private static async Task<IResult> AnswerAsync(Guid id, IFormCollection form, Presses presses, CasePages pages, AnswerCase answers, ConsoleContext console, CancellationToken ct)
    {
        var draft = Draft(form);
        // Apologies have a page of their own.
        var request = new AnswerRequest(id, console.Visitor.OfficialId, draft.RequestId, draft.Text)
        {
            Purpose = draft.Purpose == AnswerPurpose.Question ? AnswerPurpose.Question : AnswerPurpose.Answer, AcceptsPrice = form.Text("accept") == "1", Files = draft.Files,
        };
        var result = await answers.AnswerAsync(request, ct);
        if (result is AnswerResult.AsksForPrice price) return await pages.ShowAsync(id, draft with { Price = price }, notice: null, isError: false, ct);
        return await ToldAsync(id, result, draft, presses, ct);
    }

    /// <summary>What the citizen would see; while somebody asks for it, they are answering.</summary>
    private static async Task<IResult> PreviewAsync(
        Guid id, IFormCollection form, PreviewAnswer preview, ShowPresence presence, ConsoleContext console, CancellationToken ct)
    {
        await presence.ShowAsync(id, console.Visitor.OfficialId, PresenceKind.Answering, ct);
        var text = form["text"].ToString();
        return Pages.Show<AnswerPreviewView>(new { Preview = string.IsNullOrWhiteSpace(text) ? null : await preview.PreviewAsync(id, text, ct) });
    }

    private static async Task<RazorComponentResult<CannedRows>> FindCannedAsync(Guid id, HttpRequest request, KeepCannedAnswers canned, ConsoleContext console, CancellationToken ct)
    {
        var search = request.Query["canned-q"].ToString();
        var units = (await console.ScopeAsync(ct)).UnitIds;
        return Pages.Show<CannedRows>(new { Canned = await canned.FindAsync(units, search.Length > 100 ? search[..100] : search, ct), Path = $"/console/cases/{id}" });
    }

    private static async Task<IResult> FillCannedAsync(Guid id, Guid text, KeepCannedAnswers canned, ConsoleContext console, CancellationToken ct) =>
        await canned.MayUseAsync(text, (await console.ScopeAsync(ct)).UnitIds, ct) && await canned.FillAsync(text, id, console.Visitor.FullName, ct) is { } filled
            ? TypedResults.Text(filled) : TypedResults.NotFound();

    private static async Task<IResult> SendAsync(
        Guid id, Guid answer, IFormCollection form, Presses presses, CasePages pages, AnswerCase answers, ConsoleContext console, CancellationToken ct) =>
        await PressAsync(id, await answers.SendAsync(answer, console.Visitor.OfficialId, form.Text("accept") == "1", ct), presses, pages, ct);

    private static async Task<IResult> RetryAsync(Guid id, Guid answer, Presses presses, CasePages pages, AnswerCase answers, ConsoleContext console, CancellationToken ct) =>
        await PressAsync(id, await answers.RetryAsync(answer, console.Visitor.OfficialId, ct), presses, pages, ct);

    private static async Task<IResult> ApproveAsync(
        Guid id, Guid answer, IFormCollection form, Presses presses, CasePages pages, AnswerCase answers, ConsoleContext console, CancellationToken ct) =>
        await PressAsync(id, await answers.ApproveAsync(answer, console.Visitor.OfficialId, form.Text("accept") == "1", ct), presses, pages, ct);

    private static async Task<IResult> WithdrawAsync(Guid id, Guid answer, Presses presses, AnswerCase answers, ConsoleContext console, CancellationToken ct) =>
        await answers.WithdrawAsync(answer, console.Visitor.OfficialId, ct) is AnswerResult.Refused refused
            ? await presses.RefuseAsync(id, refused.Why, draft: null, ct) : Pages.Go($"/console/cases/{id}?done=saved");

    private static async Task<IResult> ShowReturnAsync(Guid id, Guid answer, CasePages pages, CaseReader reader, ConsoleContext console, CancellationToken ct)
    {
        if (await reader.ReadAsync(id, console.Visitor, await console.ScopeAsync(ct), before: null, ct) is not { } model) return TypedResults.NotFound();
        var said = model.Talk.Entries.OfType<Chatbot.Hotline.Inbox.TimelineEntry.OfficialSaid>().FirstOrDefault(a => a.AnswerId == answer);
        return Pages.Show<ReturnPage>(new { Path = $"/console/cases/{id}", AnswerId = answer, Text = said?.Text ?? "", Author = model.Names.Official(said?.OfficialId) });
    }

    private static async Task<IResult> ReturnAsync(Guid id, Guid answer, IFormCollection form, Presses presses, AnswerCase answers, ConsoleContext console, CancellationToken ct) =>
        await answers.ReturnAsync(answer, console.Visitor.OfficialId, form.Text("reason"), ct) is AnswerResult.Refused refused
            ? await presses.RefuseAsync(id, refused.Why, draft: null, ct) : Pages.Go($"/console/cases/{id}?done=saved");

    private static async Task<IResult> PressAsync(Guid id, AnswerResult result, Presses presses, CasePages pages, CancellationToken ct) => result is AnswerResult.AsksForPrice price
        ? await pages.ShowAsync(id, draft: null, ComposerTexts.PriceAsk(price.Messages, FormValues.Number((int)price.Price), FormValues.Number((int)price.Price * price.Messages)), isError: true, ct)
        : await ToldAsync(id, result, draft: null, presses, ct);

    private static async Task<IResult> ToldAsync(Guid id, AnswerResult result, ComposerModel? draft, Presses presses, CancellationToken ct) => result switch
    {
        AnswerResult.Queued => Pages.Go($"/console/cases/{id}?done=sent"),
        AnswerResult.AwaitsApproval => Pages.Go($"/console/cases/{id}?done=submitted"),
        AnswerResult.Held => Pages.Go($"/console/cases/{id}?done=held"),
        AnswerResult.Refused refused => await presses.RefuseAsync(id, refused.Why, draft, ct),
        _ => throw new InvalidOperationException($"No answer to {result}"),
    };

    private static ComposerModel Draft(IFormCollection form) =>
        new(form.Id("request") is var drawn && drawn != Guid.Empty ? drawn : Guid.CreateVersion7(), form["text"].ToString())
        {
            Purpose = form.Choice<AnswerPurpose>("purpose") ?? AnswerPurpose.Answer,
            Files = [.. form["file"].Select(value => Guid.TryParse(value, out var file) ? file : Guid.Empty).Where(file => file != Guid.Empty).Distinct()],
        };
}

/// <summary>An answer is reached through its own case alone, which the <see cref="CaseDoor"/> has opened.</summary>
internal sealed class AnswerOfCase(IDbContextFactory<ChatbotDb> databases) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var values = context.HttpContext.Request.RouteValues;
        if (!Guid.TryParse(values[CaseDoor.Id]?.ToString(), out var id) || !Guid.TryParse(values["answer"]?.ToString(), out var answer)) return TypedResults.NotFound();
        await using var db = await databases.CreateDbContextAsync(context.HttpContext.RequestAborted);
        return await db.Set<CaseAnswer>().AnyAsync(a => a.Id == answer && a.CaseId == id, context.HttpContext.RequestAborted) ? await next(context) : TypedResults.NotFound();
    }
}
