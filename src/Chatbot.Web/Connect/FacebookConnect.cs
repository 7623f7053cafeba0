using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Connect;

/// <summary>The one-time page on which a person enters a Page's token; the ticket in its address, printed by
/// <c>Chatbot.Cli connect facebook --link</c>, is the right to do so.</summary>
public static class FacebookConnect
{
    public const string Path = "/connect/facebook";

    private const int LongestForm = 16 * 1024;

    /// <summary>Open to everybody who holds a ticket.</summary>
    public static IEndpointRouteBuilder MapFacebookConnect(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, ShowAsync).AllowAnonymous();
        endpoints.MapPost(Path, ConnectAsync).AllowAnonymous().DisableAntiforgery();   // the ticket in the form is no other site's to know
        return endpoints;
    }

    private static async Task<RazorComponentResult<FacebookConnectPage>> ShowAsync(
        HttpRequest request, ConnectTickets tickets, CancellationToken ct)
    {
        var ticket = request.Query["ticket"].ToString();
        return Page(request, ticket, await tickets.IsOpenAsync(Channel.Facebook, ticket, ct), connection: null);
    }

    /// <summary>The ticket is used up only when a Page was stored, so that a mistyped token can be entered again.</summary>
    private static async Task<Results<RazorComponentResult<FacebookConnectPage>, BadRequest>> ConnectAsync(
        HttpRequest request, ConnectTickets tickets, ConnectFacebookPage connect, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LongestForm) return TypedResults.BadRequest();
        var form = await request.ReadFormAsync(ct);
        var (ticket, token) = (form["ticket"].ToString(), form["token"].ToString());
        if (!await tickets.IsOpenAsync(Channel.Facebook, ticket, ct)) return Page(request, ticket, isOpen: false, connection: null);
        var connection = await connect.RunAsync(token, ct);
        if (connection.PageId is not null) await tickets.TakeAsync(Channel.Facebook, ticket, ct);
        return Page(request, ticket, isOpen: connection.PageId is null, connection);
    }

    private static RazorComponentResult<FacebookConnectPage> Page(HttpRequest request, string ticket, bool isOpen, FacebookConnection? connection)
    {
        var headers = request.HttpContext.Response.Headers;
        (headers.CacheControl, headers["Referrer-Policy"]) = ("no-store", "no-referrer");
        return new RazorComponentResult<FacebookConnectPage>(new { Ticket = ticket, IsOpen = isOpen, Connection = connection })
        {
            StatusCode = isOpen || connection is not null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden,
        };
    }
}
