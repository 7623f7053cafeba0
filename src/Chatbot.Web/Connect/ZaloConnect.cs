using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Connect;

/// <summary>The one-time page on which an administrator of an OA gives consent; the ticket in its address, printed by <c>Chatbot.Cli connect zalo</c>, is the right to do so.</summary>
public static class ZaloConnect
{
    public const string Path = "/connect/zalo";
    public const string CallbackPath = Path + "/callback";

    private const int LongestForm = 16 * 1024;

    /// <summary>Open to everybody who holds a ticket. The callback's address must stand in the console of Zalo as it is here.</summary>
    public static IEndpointRouteBuilder MapZaloConnect(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, ShowAsync).AllowAnonymous();
        endpoints.MapPost(Path, BeginAsync).AllowAnonymous().DisableAntiforgery();   // the ticket in the form is no other site's to know
        endpoints.MapGet(CallbackPath, FinishAsync).AllowAnonymous();
        endpoints.MapZaloDomainVerification();
        return endpoints;
    }

    private static async Task<RazorComponentResult<ZaloConnectPage>> ShowAsync(
        HttpRequest request, ConnectTickets tickets, ZaloConnection connection, CancellationToken ct)
    {
        var ticket = request.Query["ticket"].ToString();
        if (!await tickets.IsOpenAsync(Channel.Zalo, ticket, ct)) return Page(request, StatusCodes.Status403Forbidden, failure: ZaloConnectPage.NoTicket);
        return connection.IsConfigured
            ? Page(request, StatusCodes.Status200OK, ticket)
            : Page(request, StatusCodes.Status200OK, failure: "Chưa đặt Zalo:AppId và Zalo:AppSecret nên chưa kết nối được.");
    }

    /// <summary>Sends the administrator to Zalo; what must come back with them stays in their browser, encrypted.</summary>
    private static async Task<Results<RedirectHttpResult, BadRequest, RazorComponentResult<ZaloConnectPage>>> BeginAsync(
        HttpRequest request, ConnectTickets tickets, ZaloConnection connection, ZaloConnectCookie cookie, IOptions<ChannelOptions> options, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LongestForm) return TypedResults.BadRequest();
        var ticket = (await request.ReadFormAsync(ct))["ticket"].ToString();
        if (!connection.IsConfigured || !await tickets.IsOpenAsync(Channel.Zalo, ticket, ct))
            return Page(request, StatusCodes.Status403Forbidden, failure: ZaloConnectPage.NoTicket);
        var (page, consent) = connection.Begin(new Uri(PublicAddress.Of(request, options.Value) + CallbackPath));
        cookie.Write(request.HttpContext, ticket, consent);
        return TypedResults.Redirect(page.AbsoluteUri);
    }

    /// <summary>Zalo may or may not return the state, so the browser's cookie binds the answer; a state that is there must agree.</summary>
    private static async Task<RazorComponentResult<ZaloConnectPage>> FinishAsync(
        HttpRequest request, ConnectTickets tickets, ZaloConnection connection, ZaloConnectCookie cookie, CancellationToken ct)
    {
        var (code, oaId, state) = (request.Query["code"].ToString(), request.Query["oa_id"].ToString(), request.Query["state"].ToString());
        if (cookie.Take(request.HttpContext) is not { } begun || state.Length > 0 && state != begun.Consent.State)
            return Page(request, StatusCodes.Status403Forbidden, failure: "Lượt kết nối này không bắt đầu từ trình duyệt này hoặc đã quá lâu. Hãy mở lại đường dẫn kết nối.");
        if (code.Length == 0)
            return Page(request, StatusCodes.Status200OK, failure: "Zalo không gửi mã cấp quyền: việc cấp quyền đã bị hủy. Hãy mở lại đường dẫn kết nối.");
        if (!await tickets.TakeAsync(Channel.Zalo, begun.Ticket, ct)) return Page(request, StatusCodes.Status403Forbidden, failure: ZaloConnectPage.NoTicket);
        return await connection.FinishAsync(begun.Consent, code, oaId, ct) switch
        {
            ZaloConnected.Done done => Page(request, StatusCodes.Status200OK, done: done),
            ZaloConnected.Failed failed => Page(request, StatusCodes.Status200OK, failure: failed.Why + " Hãy tạo đường dẫn kết nối mới."),
            _ => throw new InvalidOperationException("a case without a page"),
        };
    }

    private static RazorComponentResult<ZaloConnectPage> Page(
        HttpRequest request, int status, string? ticket = null, string? failure = null, ZaloConnected.Done? done = null)
    {
        var headers = request.HttpContext.Response.Headers;
        (headers.CacheControl, headers["Referrer-Policy"]) = ("no-store", "no-referrer");
        return new RazorComponentResult<ZaloConnectPage>(new { Ticket = ticket, Failure = failure, Done = done }) { StatusCode = status };
    }
}
