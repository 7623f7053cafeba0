using System.Security.Claims;
using Chatbot.Officials;
using Microsoft.AspNetCore.Authorization;

namespace Chatbot.Web.Console.Access;

/// <summary>Who may call an endpoint of the console. Rights are read from the database with each request.</summary>
public static class ConsoleAccess
{
    public const string Scheme = "console";
    internal const string SessionClaim = "session";
    private const string RightsClaim = "rights";

    /// <summary>Absent while an authenticator app must still be set up.</summary>
    private const string ReadyClaim = "ready";

    /// <summary>Everybody who has signed in completely; also what holds where an endpoint says nothing.</summary>
    public static AuthorizationPolicy SignedIn { get; } = Policy(policy => policy.RequireClaim(ReadyClaim));

    /// <summary>Also those who must set an authenticator app up first.</summary>
    public static AuthorizationPolicy SettingUp { get; } = Policy(_ => { });

    /// <summary>Everybody who has signed in.</summary>
    public static T RequireSignedIn<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(SignedIn);

    /// <summary>Those who have at least one of these rights.</summary>
    public static T RequireRight<T>(this T endpoint, Right any)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(Policy(policy => policy.RequireClaim(ReadyClaim).RequireAssertion(context => RightsOf(context.User).HasAny(any))))
            .WithMetadata(new RightNeeded(any));

    internal static ClaimsPrincipal Principal(Visitor visitor, bool isReady)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, visitor.OfficialId.ToString()));
        identity.AddClaim(new Claim(SessionClaim, visitor.SessionId.ToString()));
        identity.AddClaim(new Claim(RightsClaim, ((int)visitor.Rights).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (isReady) identity.AddClaim(new Claim(ReadyClaim, "1"));
        return new ClaimsPrincipal(identity);
    }

    internal static bool IsReady(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == ReadyClaim);

    private static Right RightsOf(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(RightsClaim), out var rights) ? (Right)rights : Right.None;

    private static AuthorizationPolicy Policy(Action<AuthorizationPolicyBuilder> more)
    {
        var policy = new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser();
        more(policy);
        return policy.Build();
    }
}

/// <summary>Which rights open an endpoint; for the test over all of them.</summary>
public sealed record RightNeeded(Right Any);
