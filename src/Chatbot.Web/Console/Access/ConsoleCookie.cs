using System.Security.Claims;
using Chatbot.Officials;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Chatbot.Web.Console.Access;

/// <summary>The cookie names a session; everything else about the official is read anew with each request.</summary>
internal static class ConsoleCookie
{
    public const string ReturnParameter = "ve";

    public static void Configure(CookieAuthenticationOptions options)
    {
        (options.Cookie.Name, options.Cookie.Path) = ("chatbot-console", "/console");
        (options.Cookie.HttpOnly, options.Cookie.SameSite) = (true, SameSiteMode.Lax);   // lax: a link in a message leads to the page, signed in
        (options.LoginPath, options.ReturnUrlParameter) = ("/console/sign-in", ReturnParameter);
        (options.ExpireTimeSpan, options.SlidingExpiration) = (TimeSpan.FromDays(90), false);   // the session's row ends earlier
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => LeadAsync(context, context.RedirectUri, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => ConsoleAccess.IsReady(context.HttpContext.User)
            ? Refuse(context.HttpContext)
            : LeadAsync(context, "/console/account/two-factor", StatusCodes.Status403Forbidden);
    }

    public static Task SignInAsync(HttpContext http, OfficialSession session)
    {
        var identity = new ClaimsIdentity(ConsoleAccess.Scheme);
        identity.AddClaim(new Claim(ConsoleAccess.SessionClaim, session.Id.ToString()));
        return http.SignInAsync(ConsoleAccess.Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true, ExpiresUtc = session.EndsAt });
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var visitor = Guid.TryParse(context.Principal?.FindFirstValue(ConsoleAccess.SessionClaim), out var session)
            ? await http.RequestServices.GetRequiredService<Sessions>().CheckAsync(session, http.RequestAborted) : null;
        if (visitor is null)
        {
            context.RejectPrincipal();
            return;
        }
        http.Items[typeof(Visitor)] = visitor;
        context.ReplacePrincipal(ConsoleAccess.Principal(visitor, !http.RequestServices.GetRequiredService<TwoFactor>().IsDue(visitor)));
    }

    /// <summary>A page is led on; a fragment tells the page to go there; a stream ends.</summary>
    private static Task LeadAsync(RedirectContext<CookieAuthenticationOptions> context, string to, int otherwise)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Headers.ContainsKey("HX-Request")) (response.StatusCode, response.Headers["HX-Redirect"]) = (otherwise, "/console");
        else if (request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal)) response.StatusCode = otherwise;
        else response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
