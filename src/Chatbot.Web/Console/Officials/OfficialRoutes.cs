using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Officials;

/// <summary>Officials: listed, invited, changed, locked.</summary>
internal static class OfficialRoutes
{
    public static IEndpointRouteBuilder MapOfficials(this IEndpointRouteBuilder console)
    {
        var officials = console.MapGroup("/officials").RequireRight(Right.Administrator);
        officials.MapGet("", ListAsync);
        officials.MapGet("/invite", ShowInviteAsync);
        officials.MapPost("/invite", InviteAsync);
        officials.MapOfficial();
        return console;
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, TimeProvider clock, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state", "right");
        return lists.ShowAsync<OfficialsPage, OfficialRow>(request, "can-bo", OfficialColumns.All, query, (db, scope) => OfficialRow.Read(db, scope, query, clock.GetUtcNow()), ct);
    }

    private static async Task<IResult> ShowInviteAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await InvitePageAsync(console, databases, new NewOfficial("", "", console.Visitor.UnitId, Right.HotlineAgent), problem: null, ct);

    private static async Task<IResult> InviteAsync(
        IFormCollection form, HttpRequest request, ConsoleContext console, InviteOfficial invite, LinkAddress links, WaitingNews news, IDbContextFactory<ChatbotDb> databases,
        CancellationToken ct)
    {
        var person = new NewOfficial(form.Text("full_name"), form.Text("user_name"), form.Id("unit"), form.Rights("right"));
        var outcome = await invite.RunAsync(person, await console.ScopeAsync(ct), ct);
        if (outcome is not InviteOutcome.Invited invited) return await InvitePageAsync(console, databases, person, ((InviteOutcome.Refused)outcome).Problem, ct);
        await news.ChangedAsync(ct);
        return links.Page(request, person.FullName, invited.Token, invited.ExpiresAt);
    }

    private static async Task<IResult> InvitePageAsync(
        ConsoleContext console, IDbContextFactory<ChatbotDb> databases, NewOfficial person, InviteProblem? problem, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var units = await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct);
        return Pages.Show<InvitePage>(new { Person = person, Units = units, Notice = problem is { } why ? Words(why) : null },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static string Words(InviteProblem problem) => problem switch
    {
        InviteProblem.NameTaken => OfficialsTexts.NameTaken,
        InviteProblem.NameInvalid => OfficialsTexts.NameInvalid,
        InviteProblem.FullNameMissing => OfficialsTexts.FullNameMissing,
        InviteProblem.UnitUnknown => OfficialsTexts.UnitUnknown,
        _ => OfficialsTexts.NoRights,
    };
}
