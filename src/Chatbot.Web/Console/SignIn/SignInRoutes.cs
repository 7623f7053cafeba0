using Chatbot.Officials;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.SignIn;

/// <summary>Password, code, and out again.</summary>
internal static class SignInRoutes
{
    public const string Limit = "console-sign-in";

    public static IEndpointRouteBuilder MapSignIn(this IEndpointRouteBuilder console)
    {
        console.MapGet("/sign-in", Show).AllowAnonymous();
        console.MapPost("/sign-in", CheckPasswordAsync).AllowAnonymous().RequireRateLimiting(Limit);
        console.MapGet("/sign-in/code", ShowCode).AllowAnonymous();
        console.MapPost("/sign-in/code", CheckCodeAsync).AllowAnonymous().RequireRateLimiting(Limit);
        console.MapPost("/sign-out", SignOutAsync).RequireAuthorization(ConsoleAccess.SettingUp);
        console.MapPost("/theme", KeepTheme).AllowAnonymous();
        return console;
    }

    private static IResult Show(HttpRequest request, ConsoleContext console)
    {
        var back = request.Query[ConsoleCookie.ReturnParameter].ToString();
        if (console.VisitorOrNull is not null) return Pages.Go(Pages.Own(back));
        return Pages.Show<SignInPage>(new { Back = back, Notice = request.Query.ContainsKey("out") ? SignInTexts.SignedOut : null });
    }

    private static async Task<IResult> CheckPasswordAsync(
        IFormCollection form, HttpContext http, ConsoleContext console, Chatbot.Officials.SignIn signIn, Sessions sessions, SecondStepCookie second,
        IOptions<OfficialsOptions> options, CancellationToken ct)
    {
        var (name, back) = (form.Text("name"), form.Text("back"));
        var outcome = await signIn.CheckPasswordAsync(name, form["password"].ToString(), console.Address, ct);
        if (outcome is SignInOutcome.Passed passed) return await OpenAsync(http, console, sessions, passed, back, ct);
        if (outcome is SignInOutcome.CodeWanted wanted)
        {
            second.Write(http, wanted.OfficialId);
            return Pages.Go("/console/sign-in/code" + (back.Length > 0 ? $"?{ConsoleCookie.ReturnParameter}={Uri.EscapeDataString(back)}" : ""));
        }
        return Pages.Show<SignInPage>(
            new { UserName = name, Back = back, Notice = SignInTexts.Refused(Minutes(options)), NoticeIsError = true }, StatusCodes.Status401Unauthorized);
    }

    private static IResult ShowCode(HttpContext http, SecondStepCookie second) => second.Read(http) is null
        ? Pages.Go("/console/sign-in")
        : Pages.Show<CodePage>(new { Back = http.Request.Query[ConsoleCookie.ReturnParameter].ToString() });

    private static async Task<IResult> CheckCodeAsync(
        IFormCollection form, HttpContext http, ConsoleContext console, Chatbot.Officials.SignIn signIn, Sessions sessions, SecondStepCookie second,
        IOptions<OfficialsOptions> options, CancellationToken ct)
    {
        var back = form.Text("back");
        if (second.Read(http) is not { } official)
            return Pages.Show<SignInPage>(new { Back = back, Notice = SignInTexts.CodeExpired, NoticeIsError = true }, StatusCodes.Status401Unauthorized);
        var outcome = await signIn.CheckCodeAsync(official, form.Text("code"), console.Address, ct);
        if (outcome is not SignInOutcome.Passed passed)
            return Pages.Show<CodePage>(new { Back = back, Notice = SignInTexts.CodeRefused(Minutes(options)), NoticeIsError = true }, StatusCodes.Status401Unauthorized);
        SecondStepCookie.Remove(http);
        return await OpenAsync(http, console, sessions, passed, back, ct);
    }

    private static async Task<IResult> OpenAsync(
        HttpContext http, ConsoleContext console, Sessions sessions, SignInOutcome.Passed passed, string back, CancellationToken ct)
    {
        var session = await sessions.OpenAsync(passed.OfficialId, passed.UnitId, console.Address, http.Request.Headers.UserAgent.ToString(), ct);
        await ConsoleCookie.SignInAsync(http, session);
        return Pages.Go(Pages.Own(back));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, ConsoleContext console, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAsync(console.Visitor, console.Visitor.SessionId, ct);
        await http.SignOutAsync(ConsoleAccess.Scheme);
        return Pages.Go("/console/sign-in?out=1");
    }

    private static IResult KeepTheme(IFormCollection form, HttpContext http)
    {
        Themes.Keep(http, form.Text("theme"));
        return Pages.Go(Pages.Own(form.Text("back")));
    }

    private static int Minutes(IOptions<OfficialsOptions> options) => (int)Math.Ceiling(options.Value.LockOutFor.TotalMinutes);
}
