using System.Security.Claims;
using System.Text.Encodings.Web;
using Chatbot.Officials.ApiKeys;
using Chatbot.Officials.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Api;

/// <summary>Who may call an endpoint of the interface: a living key with the scope.</summary>
internal static class ApiAccess
{
    public const string Scheme = "api";
    internal const string ScopeClaim = "scope";

    public static T RequireScope<T>(this T endpoint, ApiScope scope)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().RequireClaim(ScopeClaim, scope.ToString()).Build()).WithMetadata(new ScopeNeeded(scope));

    /// <summary>The key behind this request, which was checked before.</summary>
    public static ApiCaller Caller(this HttpContext http) => (ApiCaller)http.Items[typeof(ApiCaller)]!;

    /// <summary>Whatever it changes is entered in the trail as done by this key.</summary>
    public static async ValueTask<object?> ActAsKeyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Items[typeof(ApiCaller)] is ApiCaller caller) Actor.Is(new Actor(null, caller.UnitId, $"api {caller.KeyId}"));
        return await next(context);
    }
}

/// <summary>Which scope opens an endpoint; for the test over all of them.</summary>
public sealed record ScopeNeeded(ApiScope Scope);

/// <summary>Reads the key from the request and tells whoever has none so, in the words of the interface.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeepApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } caller) return AuthenticateResult.Fail("unknown key");
        Context.Items[typeof(ApiCaller)] = caller;
        var claims = ApiScopes.Each.Where(scope => caller.Scopes.HasFlag(scope)).Select(scope => new Claim(ApiAccess.ScopeClaim, scope.ToString()));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, ApiAccess.Scheme)), ApiAccess.Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiReply.Problem(StatusCodes.Status401Unauthorized, "Unauthorized").ToResult().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiReply.Problem(StatusCodes.Status403Forbidden, "Forbidden").ToResult().ExecuteAsync(Context);
}
