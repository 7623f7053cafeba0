using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Officials;

/// <summary>The page of one official, and what an administrator does there.</summary>
internal static class OneOfficial
{
    public static void MapOfficial(this IEndpointRouteBuilder officials)
    {
        officials.MapGet("/{id:guid}", ShowAsync);
        officials.MapPost("/{id:guid}", EditAsync);
        officials.MapPost("/{id:guid}/lock", LockAsync);
        officials.MapPost("/{id:guid}/unlock", UnlockAsync);
        officials.MapPost("/{id:guid}/link", LinkAsync);
    }

    private static Task<IResult> ShowAsync(Guid id, HttpRequest request, OfficialReader reader, CancellationToken ct) =>
        reader.PageAsync(id, request.Query["done"].ToString() switch
        {
            "saved" => ConsoleTexts.Saved,
            "locked" => OfficialsTexts.Locked,
            "unlocked" => OfficialsTexts.Unlocked,
            _ => null,
        }, isError: false, ct);

    private static async Task<IResult> EditAsync(
        Guid id, IFormCollection form, ConsoleContext console, ChangeOfficial change, OfficialReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(
            await change.EditAsync(id, form.Text("full_name"), form.Id("unit"), form.Rights("right"), await console.ScopeAsync(ct), ct), "saved", id, reader, news, ct);

    private static async Task<IResult> LockAsync(
        Guid id, ConsoleContext console, ChangeOfficial change, OfficialReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await change.LockAsync(id, await console.ScopeAsync(ct), ct), "locked", id, reader, news, ct);

    private static async Task<IResult> UnlockAsync(
        Guid id, ConsoleContext console, ChangeOfficial change, OfficialReader reader, WaitingNews news, CancellationToken ct) =>
        await AnswerAsync(await change.UnlockAsync(id, await console.ScopeAsync(ct), ct), "unlocked", id, reader, news, ct);

    private static async Task<IResult> LinkAsync(
        Guid id, IFormCollection form, HttpRequest request, ConsoleContext console, Invitations invitations, LinkAddress links, IDbContextFactory<ChatbotDb> databases,
        IOptions<OfficialsOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var kind = form.Choice<InvitationKind>("kind") ?? InvitationKind.Reset;
        if (await invitations.IssueAsync(id, kind, await console.ScopeAsync(ct), keepOlder: false, ct) is not { } token) return TypedResults.NotFound();
        await using var db = await databases.CreateDbContextAsync(ct);
        var name = await db.Set<Official>().Where(o => o.Id == id).Select(o => o.FullName).SingleAsync(ct);
        return links.Page(request, name, token, clock.GetUtcNow() + options.Value.InvitationLife);
    }

    private static async Task<IResult> AnswerAsync(ChangeOutcome outcome, string done, Guid id, OfficialReader reader, WaitingNews news, CancellationToken ct)
    {
        if (outcome == ChangeOutcome.Done) await news.ChangedAsync(ct);
        return outcome switch
        {
            ChangeOutcome.Done => Pages.Go($"/console/officials/{id}?done={done}"),
            ChangeOutcome.NotFound => TypedResults.NotFound(),
            ChangeOutcome.LastAdministrator => await reader.PageAsync(id, OfficialsTexts.LastAdministrator, isError: true, ct),
            _ => await reader.PageAsync(id, OfficialsTexts.Invalid, isError: true, ct),
        };
    }
}
