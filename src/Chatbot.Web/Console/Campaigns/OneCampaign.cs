using Chatbot.Campaigns;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Campaigns.Schedule;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>The page of one campaign, and what editors, approvers and senders do there.</summary>
internal static class OneCampaign
{
    private const int LongestRemark = 1_000;

    public static void MapOneCampaign(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/{id:guid}", ShowAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapPost("/{id:guid}", EditAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/{id:guid}/submit", SubmitAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/{id:guid}/approve", ApproveAsync).RequireRight(Right.Approver);
        campaigns.MapPost("/{id:guid}/return", ReturnAsync).RequireRight(Right.Approver);
        campaigns.MapPost("/{id:guid}/schedule", ScheduleAsync).RequireRight(Right.CampaignSender);
        campaigns.MapPost("/{id:guid}/pause", PauseAsync).RequireRight(Right.CampaignSender);
        campaigns.MapPost("/{id:guid}/resume", ResumeAsync).RequireRight(Right.CampaignSender);
        campaigns.MapPost("/{id:guid}/cancel", CancelAsync).RequireRight(Right.CampaignSender);
    }

    private static Task<IResult> ShowAsync(Guid id, HttpRequest request, CampaignPageReader reader, CancellationToken ct) =>
        reader.PageAsync(id, CampaignWords.Done(request.Query["done"].ToString()), isError: false, typed: null, ct);

    private static async Task<IResult> EditAsync(
        Guid id, IFormCollection form, ConsoleContext console, WriteCampaign write, CampaignPageReader reader, WaitingNews news, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var actor = await console.CampaignActorAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var before = (await db.Set<Campaign>().FirstOrDefaultAsync(c => c.Id == id && actor.UnitIds.Contains(c.UnitId), ct))?.Read();
        if (before is null) return TypedResults.NotFound();
        var segment = form.Text("segment") == "keep" ? before.Segment : form.Id("segment") is var chosen && chosen != Guid.Empty ? await write.ChooseAsync(chosen, actor, ct) : null;
        var typed = CampaignForm.Read(form, before, segment);
        if (ScheduleForm.IsUnclear(form)) return await reader.PageAsync(id, ScheduleTexts.RepeatsUnclear, isError: true, typed, form.Text("repeats"), ct);
        return await AnswerAsync(await write.WriteAsync(CampaignForm.Seen(id, form), typed, actor, ct), "saved", id, typed, reader, news, ct);
    }

    private static async Task<IResult> SubmitAsync(Guid id, IFormCollection form, ConsoleContext console, JudgeCampaign judge, CampaignPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await judge.SubmitAsync(CampaignForm.Seen(id, form), await console.CampaignActorAsync(ct), ct), "submitted", id, typed: null, reader, news, ct);

    private static async Task<IResult> ApproveAsync(Guid id, IFormCollection form, ConsoleContext console, JudgeCampaign judge, CampaignPageReader reader, WaitingNews news, CancellationToken ct)
    {
        var act = await judge.ApproveAsync(CampaignForm.Seen(id, form), form.Text("content_hash"), await console.CampaignActorAsync(ct), ct);
        return await AnswerAsync(act, act.Campaign?.Status == CampaignStatus.Submitted ? "looked" : "approved", id, typed: null, reader, news, ct);
    }

    private static async Task<IResult> ReturnAsync(Guid id, IFormCollection form, ConsoleContext console, JudgeCampaign judge, CampaignPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await judge.ReturnAsync(CampaignForm.Seen(id, form), Remark(form), await console.CampaignActorAsync(ct), ct), "returned", id, typed: null, reader, news, ct);

    private static async Task<IResult> ScheduleAsync(Guid id, IFormCollection form, ConsoleContext console, SteerCampaign steer, CampaignPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await steer.ScheduleAsync(CampaignForm.Seen(id, form), await console.CampaignActorAsync(ct), ct), "scheduled", id, typed: null, reader, news, ct);

    private static async Task<IResult> PauseAsync(Guid id, IFormCollection form, ConsoleContext console, SteerCampaign steer, CampaignPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await steer.PauseAsync(CampaignForm.Seen(id, form), Remark(form), await console.CampaignActorAsync(ct), ct), "paused", id, typed: null, reader, news, ct);

    private static async Task<IResult> ResumeAsync(Guid id, IFormCollection form, ConsoleContext console, SteerCampaign steer, CampaignPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await steer.ResumeAsync(CampaignForm.Seen(id, form), await console.CampaignActorAsync(ct), ct), "resumed", id, typed: null, reader, news, ct);

    private static async Task<IResult> CancelAsync(Guid id, IFormCollection form, ConsoleContext console, SteerCampaign steer, CampaignPageReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await steer.CancelAsync(CampaignForm.Seen(id, form), Remark(form), await console.CampaignActorAsync(ct), ct), "cancelled", id, typed: null, reader, news, ct);

    private static async Task<IResult> AnswerAsync(CampaignAct act, string done, Guid id, CampaignDraft? typed, CampaignPageReader reader, WaitingNews news, CancellationToken ct)
    {
        if (act.Outcome == CampaignOutcome.Unknown) return TypedResults.NotFound();
        if (act.Outcome != CampaignOutcome.Done) return await reader.PageAsync(id, CampaignWords.Of(act), isError: true, typed, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/campaigns/{id}?done={done}");
    }

    private static string Remark(IFormCollection form) => form.Text("remark") is var remark && remark.Length > LongestRemark ? remark[..LongestRemark] : form.Text("remark");
}
