using Chatbot.Catalogue.Answers;
using Chatbot.Channels;
using Chatbot.Officials;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Public;

/// <summary>"Dân hỏi – chính quyền trả lời" for everybody: list, one page an answer, feed, and what search engines ask for. No sign-in, no scripts.</summary>
public static class PublicPages
{
    private const int LongestSearch = 200;
    private const int FeedLength = 50;
    private const int MapLength = 5_000;

    public static IEndpointRouteBuilder MapPublic(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AllowAnonymous();
        pages.MapGet(PublicAddresses.Root, ([FromQuery(Name = "tim")] string? search, [FromQuery(Name = "linh-vuc")] string? field, [FromQuery(Name = "trang")] string? page,
            PublicAnswers answers, HttpContext http, CancellationToken ct) => ListAsync(Unit.RootId, search, field, page, answers, http, ct));
        pages.MapGet(PublicAddresses.Root + "/don-vi/{unit:guid}", ListAsync);
        pages.MapGet(PublicAddresses.Root + "/rss.xml", (PublicAnswers answers, IOptions<ChannelOptions> options, HttpContext http, CancellationToken ct) =>
            FeedAsync(Unit.RootId, answers, options, http, ct));
        pages.MapGet(PublicAddresses.Root + "/don-vi/{unit:guid}/rss.xml", FeedAsync);
        pages.MapGet(PublicAddresses.Root + "/sitemap.xml", MapAsync);
        pages.MapGet(PublicAddresses.Root + "/{code}/{slug?}", OneAsync);
        pages.MapGet("/robots.txt", Robots);
        return endpoints;
    }

    private static async Task<IResult> ListAsync(
        Guid unit, [FromQuery(Name = "tim")] string? search, [FromQuery(Name = "linh-vuc")] string? field, [FromQuery(Name = "trang")] string? page,
        PublicAnswers answers, HttpContext http, CancellationToken ct)
    {
        if (await answers.UnitAsync(unit, ct) is not { } office) return Missing(http);
        var (words, chosen) = (Cut(search), Cut(field));
        var found = await answers.FindAsync(unit, words, chosen, int.TryParse(page, out var number) ? Math.Clamp(number, 1, 100_000) : 1, ct);
        if (PublicCache.IsKnown(http, found.Answers.Select(a => $"{a.Code} {a.TextHash} {a.ApproverName}").Concat(found.Fields).Append($"{office.Name} {found.Count} {found.Page} {words} {chosen}")))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new RazorComponentResult<AnswerList>(new { Office = office, Found = found, Search = words, Field = chosen });
    }

    private static async Task<IResult> OneAsync(string code, string? slug, PublicAnswers answers, HttpContext http, CancellationToken ct)
    {
        if (await answers.OneAsync(code, ct) is not { } answer) return Missing(http);
        var office = await answers.UnitAsync(answer.UnitId, ct);
        if (PublicCache.IsKnown(http, [answer.TextHash, answer.ApproverName, office!.Name])) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return new RazorComponentResult<AnswerView>(new { Office = office, Answer = answer });
    }

    private static async Task<IResult> FeedAsync(Guid unit, PublicAnswers answers, IOptions<ChannelOptions> options, HttpContext http, CancellationToken ct)
    {
        if (await answers.UnitAsync(unit, ct) is not { } office) return Missing(http);
        var newest = await answers.NewestAsync(unit, FeedLength, ct);
        if (PublicCache.IsKnown(http, newest.Select(a => $"{a.Code} {a.TextHash}").Append(office.Name))) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Bytes(AnswerFeed.Rss(office, newest, PublicAddress.Of(http.Request, options.Value)), "application/rss+xml; charset=utf-8");
    }

    private static async Task<IResult> MapAsync(PublicAnswers answers, IOptions<ChannelOptions> options, HttpContext http, CancellationToken ct)
    {
        var all = await answers.NewestAsync(null, MapLength, ct);
        if (PublicCache.IsKnown(http, all.Select(a => $"{a.Code} {a.TextHash}"))) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Bytes(AnswerFeed.Map(all, PublicAddress.Of(http.Request, options.Value)), "application/xml; charset=utf-8");
    }

    private static ContentHttpResult Robots(HttpRequest request, IOptions<ChannelOptions> options) => TypedResults.Text(
        $"User-agent: *\nAllow: /$\nAllow: {PublicAddresses.Root}\nDisallow: /\nSitemap: {PublicAddress.Of(request, options.Value)}{PublicAddresses.Root}/sitemap.xml\n");

    private static RazorComponentResult<AnswerMissing> Missing(HttpContext http)
    {
        PublicCache.KeepNothing(http.Response);
        return new RazorComponentResult<AnswerMissing> { StatusCode = StatusCodes.Status404NotFound };
    }

    private static string Cut(string? text) => (text ?? "").Trim() is var trimmed && trimmed.Length > LongestSearch ? trimmed[..LongestSearch] : trimmed;
}
