using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Units;
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

    private static async Task<IResult> ShowAsync(
        Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct) =>
        await PageAsync(id, console, databases, clock, request.Query["done"].ToString() switch
        {
            "saved" => ConsoleTexts.Saved,
            "locked" => OfficialsTexts.Locked,
            "unlocked" => OfficialsTexts.Unlocked,
            _ => null,
        }, isError: false, ct);

    private static async Task<IResult> EditAsync(
        Guid id, IFormCollection form, ConsoleContext console, ChangeOfficial change, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await change.EditAsync(id, form.Text("full_name"), form.Id("unit"), form.Rights("right"), await console.ScopeAsync(ct), ct);
        return await AnswerAsync(outcome, "saved", id, console, databases, clock, ct);
    }

    private static async Task<IResult> LockAsync(
        Guid id, ConsoleContext console, ChangeOfficial change, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct) =>
        await AnswerAsync(await change.LockAsync(id, await console.ScopeAsync(ct), ct), "locked", id, console, databases, clock, ct);

    private static async Task<IResult> UnlockAsync(
        Guid id, ConsoleContext console, ChangeOfficial change, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct) =>
        await AnswerAsync(await change.UnlockAsync(id, await console.ScopeAsync(ct), ct), "unlocked", id, console, databases, clock, ct);

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

    private static async Task<IResult> AnswerAsync(
        ChangeOutcome outcome, string done, Guid id, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct) => outcome switch
        {
            ChangeOutcome.Done => Pages.Go($"/console/officials/{id}?done={done}"),
            ChangeOutcome.NotFound => TypedResults.NotFound(),
            ChangeOutcome.LastAdministrator => await PageAsync(id, console, databases, clock, OfficialsTexts.LastAdministrator, isError: true, ct),
            _ => await PageAsync(id, console, databases, clock, OfficialsTexts.Invalid, isError: true, ct),
        };

    private static async Task<IResult> PageAsync(
        Guid id, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, string? notice, bool isError, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        if (await db.Set<Official>().Within(scope).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } official) return TypedResults.NotFound();
        return Pages.Show<OfficialPage>(new
        {
            Official = official,
            Units = await UnitNode.ReadAsync(db, scope, ct),
            IsLocked = official.LockedAt is not null || official.LockoutEnd > clock.GetUtcNow(),
            Notice = notice,
            NoticeIsError = isError,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
