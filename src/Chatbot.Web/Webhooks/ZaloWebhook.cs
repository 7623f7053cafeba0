using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Webhooks;

/// <summary>Where Zalo tells what happened at our OAs: verify, store, 200.</summary>
/// <remarks>Zalo expects 200 within 2 seconds, tries again five times within two hours and then switches the webhook off (OA manual, read 21 November 2026).</remarks>
public static class ZaloWebhook
{
    /// <summary><c>POST /webhooks/zalo</c>, open to everybody: the signature says who may. One address serves all OAs of the app.</summary>
    public static IEndpointRouteBuilder MapZaloWebhook(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/webhooks/zalo", ReceiveAsync).AllowAnonymous().DisableAntiforgery().ShortCircuit();
        return endpoints;
    }

    private static async Task<Results<Ok, UnauthorizedHttpResult, BadRequest, StatusCodeHttpResult>> ReceiveAsync(
        HttpRequest request, ZaloIntake intake, IInbox inbox, ChannelMetrics metrics, CancellationToken ct)
    {
        try
        {
            if (await RawBody.ReadAsync(request, RawBody.Limit, ct) is not { } body) return Rejected("too_large", StatusCodes.Status413PayloadTooLarge);
            return intake.Examine(body, request.Headers["X-ZEvent-Signature"]) switch
            {
                ZaloVerdict.Probe => TypedResults.Ok(),
                ZaloVerdict.Malformed => TypedResults.BadRequest(),
                ZaloVerdict.Genuine genuine when await inbox.AcceptAsync(genuine.Events, ct) => TypedResults.Ok(),
                ZaloVerdict.Genuine => Rejected("busy", StatusCodes.Status503ServiceUnavailable),
                _ => TypedResults.Unauthorized(),
            };
        }
        catch (BadHttpRequestException e)   // the sender broke off or broke the protocol
        {
            return Rejected("malformed", e.StatusCode);
        }

        StatusCodeHttpResult Rejected(string why, int status)
        {
            metrics.Rejected(Channel.Zalo, why);
            return TypedResults.StatusCode(status);
        }
    }
}
