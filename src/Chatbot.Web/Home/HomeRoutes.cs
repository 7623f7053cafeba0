using Chatbot.Web.StartUp;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Home;

internal static class HomeRoutes
{
    /// <summary>The page at the root: says what this is, and carries Zalo's proof of the domain.</summary>
    public static IEndpointRouteBuilder MapHome(this IEndpointRouteBuilder endpoints, StandIns? standIns)
    {
        endpoints.MapGet("/", () => new RazorComponentResult<HomePage>(new { TryOutAddress = standIns?.Address })).AllowAnonymous();
        return endpoints;
    }
}
