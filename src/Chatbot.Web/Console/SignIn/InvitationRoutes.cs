using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.SignIn;

/// <summary>The page behind a one-time link: a password is chosen, and its official is signed in.</summary>
internal static class InvitationRoutes
{
    public static IEndpointRouteBuilder MapInvitations(this IEndpointRouteBuilder console)
    {
        console.MapGet("/invitation/{token}", ShowAsync).AllowAnonymous();
        console.MapPost("/invitation/{token}", AcceptAsync).AllowAnonymous().RequireRateLimiting(SignInRoutes.Limit);
        return console;
    }

    private static async Task<IResult> ShowAsync(string token, Invitations invitations, IOptions<OfficialsOptions> options, CancellationToken ct) =>
        Page(await invitations.FindAsync(token, ct), token, options.Value, problems: []);

    private static async Task<IResult> AcceptAsync(
        string token, IFormCollection form, HttpContext http, ConsoleContext console, Invitations invitations, Sessions sessions, WaitingNews news,
        IOptions<OfficialsOptions> options, CancellationToken ct)
    {
        var password = form["password"].ToString();
        if (password != form["repeat"].ToString()) return Page(await invitations.FindAsync(token, ct), token, options.Value, [SignInTexts.Different]);
        switch (await invitations.AcceptAsync(token, password, console.Address, ct))
        {
            case AcceptOutcome.Accepted accepted:
                var session = await sessions.OpenAsync(accepted.OfficialId, accepted.UnitId, console.Address, http.Request.Headers.UserAgent.ToString(), ct);
                await ConsoleCookie.SignInAsync(http, session);
                await news.ChangedAsync(ct);
                return Pages.Go("/console");
            case AcceptOutcome.PasswordRefused refused:
                return Page(await invitations.FindAsync(token, ct), token, options.Value, [.. refused.Codes.Select(code => PasswordWords.Of(code, options.Value))]);
            default:
                return Page(invitation: null, token, options.Value, problems: []);
        }
    }

    private static IResult Page(OpenInvitation? invitation, string token, OfficialsOptions options, IReadOnlyList<string> problems) =>
        Pages.Show<InvitationPage>(
            new { Invitation = invitation, Token = token, Shortest = options.PasswordLength, Problems = problems },
            invitation is null ? StatusCodes.Status404NotFound : problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
