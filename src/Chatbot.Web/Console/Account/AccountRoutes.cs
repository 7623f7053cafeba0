using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.SignIn;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Account;

/// <summary>The own password, the own sessions, being away.</summary>
internal static class AccountRoutes
{
    private const string Home = "/console/account";

    public static IEndpointRouteBuilder MapAccount(this IEndpointRouteBuilder console)
    {
        console.MapGet("/account", ShowAsync).RequireSignedIn();
        console.MapPost("/account/password", ChangePasswordAsync).RequireSignedIn();
        console.MapPost("/account/sessions/end", EndSessionAsync).RequireSignedIn();
        console.MapPost("/account/sessions/end-others", EndOthersAsync).RequireSignedIn();
        console.MapPost("/account/away", SetAwayAsync).RequireSignedIn();
        return console;
    }

    private static Task<IResult> ShowAsync(HttpRequest request, AccountReader reader, CancellationToken ct) =>
        reader.PageAsync(request.Query["done"].ToString() switch
        {
            "password" => AccountTexts.PasswordChanged,
            "sessions" => AccountTexts.SessionsEnded,
            "saved" => ConsoleTexts.Saved,
            _ => null,
        }, isError: false, ct);

    private static async Task<IResult> ChangePasswordAsync(
        IFormCollection form, ConsoleContext console, Invitations passwords, AccountReader reader, IOptions<OfficialsOptions> options, CancellationToken ct)
    {
        var password = form["password"].ToString();
        if (password != form["repeat"].ToString()) return await reader.PageAsync(SignInTexts.Different, isError: true, ct);
        var problems = await passwords.ChangeAsync(console.Visitor, form["old"].ToString(), password, ct);
        return problems.Count == 0
            ? Pages.Go(Home + "?done=password")
            : await reader.PageAsync(string.Join(' ', problems.Select(code => PasswordWords.Of(code, options.Value))), isError: true, ct);
    }

    private static async Task<IResult> EndSessionAsync(IFormCollection form, ConsoleContext console, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAsync(console.Visitor, form.Id("id"), ct);
        return Pages.Go(Home + "?done=sessions");
    }

    private static async Task<IResult> EndOthersAsync(ConsoleContext console, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAllAsync(console.Visitor, thisOneToo: false, ct);
        return Pages.Go(Home + "?done=sessions");
    }

    private static async Task<IResult> SetAwayAsync(IFormCollection form, ConsoleContext console, ChangeOfficial change, CancellationToken ct)
    {
        await change.SetAwayAsync(console.Visitor.OfficialId, form.Text("away") == "1", await console.ScopeAsync(ct), ct);
        return Pages.Go(Home + "?done=saved");
    }
}
