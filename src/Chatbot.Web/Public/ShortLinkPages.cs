using Chatbot.Campaigns.Reporting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Public;

/// <summary>Short links of campaigns. Without a person's record unless the campaign says so; nothing is counted for previews, prefetches and HEAD.</summary>
public static class ShortLinkPages
{
    public static IEndpointRouteBuilder MapShortLinks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(ShortLinks.Path + "/{code}", [HttpMethods.Get, HttpMethods.Head], FollowAsync).AllowAnonymous();
        return endpoints;
    }

    private static async Task<IResult> FollowAsync(string code, HttpContext http, FollowLink follow, CancellationToken ct)
    {
        PublicCache.KeepNothing(http.Response);   // a kept answer would not be counted, and would outlive the link
        return await follow.FollowAsync(code, IsPerson(http.Request), ct) is { } url
            ? TypedResults.Redirect(url) : new RazorComponentResult<LinkMissing> { StatusCode = StatusCodes.Status404NotFound };
    }

    private static bool IsPerson(HttpRequest request)
    {
        var headers = request.Headers;
        return HttpMethods.IsGet(request.Method) && PreviewPrograms.IsPerson(headers.UserAgent.ToString(), $"{headers["Sec-Purpose"]} {headers["Purpose"]} {headers["X-Purpose"]} {headers["X-Moz"]}");
    }
}
