using System.Security.Cryptography;
using System.Text;
using Chatbot.Channels;
using Chatbot.Channels.Facebook;
using Chatbot.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Webhooks;

/// <summary>Where Meta tells what happened on a Page: verify, store, 200.</summary>
/// <remarks>Meta expects 200 within 5 seconds and unsubscribes a Page after an hour of anything else (Messenger Platform, Webhooks, read 21 November 2026).</remarks>
public static class FacebookWebhook
{
    private const int LongestChallenge = 200;

    /// <summary><c>GET</c> and <c>POST /webhooks/facebook</c>, open to everybody: the signature says who may.</summary>
    public static IEndpointRouteBuilder MapFacebookWebhook(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/webhooks/facebook", Shake).AllowAnonymous();
        endpoints.MapPost("/webhooks/facebook", ReceiveAsync).AllowAnonymous().DisableAntiforgery().ShortCircuit();
        return endpoints;
    }

    /// <summary>The handshake when the address is entered at Meta: the challenge comes back as it is, without quotes.</summary>
    private static Results<ContentHttpResult, StatusCodeHttpResult> Shake(HttpRequest request, IOptionsMonitor<FacebookOptions> options)
    {
        var (mode, word, challenge) = (request.Query["hub.mode"], request.Query["hub.verify_token"], request.Query["hub.challenge"].ToString());
        var isOurs = options.CurrentValue.VerifyToken is { Length: > 0 } expected && IsSame(word.ToString(), expected);
        return isOurs && mode == "subscribe" && challenge.Length is > 0 and <= LongestChallenge
            ? TypedResults.Text(challenge, "text/plain")
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<Ok, UnauthorizedHttpResult, BadRequest, StatusCodeHttpResult>> ReceiveAsync(
        HttpRequest request, FacebookSignature signature, FacebookEvents events, IInbox inbox, ChannelMetrics metrics, CancellationToken ct)
    {
        try
        {
            if (await RawBody.ReadAsync(request, RawBody.Limit, ct) is not { } body) return Rejected("too_large", StatusCodes.Status413PayloadTooLarge);
            if (!signature.Matches(body.Span, request.Headers["X-Hub-Signature-256"])) { Count("signature"); return TypedResults.Unauthorized(); }
            if (events.Recognise(body) is not { } recognised) { Count("malformed"); return TypedResults.BadRequest(); }
            return await inbox.AcceptAsync(recognised, ct) ? TypedResults.Ok() : Rejected("busy", StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException e)   // the sender broke off or broke the protocol
        {
            return Rejected("malformed", e.StatusCode);
        }

        StatusCodeHttpResult Rejected(string why, int status)
        {
            Count(why);
            return TypedResults.StatusCode(status);
        }

        void Count(string why) => metrics.Rejected(Channel.Facebook, why);
    }

    private static bool IsSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
