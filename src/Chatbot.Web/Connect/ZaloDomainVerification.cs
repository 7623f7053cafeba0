using Chatbot.Channels.Zalo;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Connect;

/// <summary>Proves to Zalo that the domain is ours, by file or by meta tag; both come from <c>Zalo:DomainVerification</c>.</summary>
public static class ZaloDomainVerification
{
    internal const string MetaName = "zalo-platform-site-verification";

    internal static IEndpointRouteBuilder MapZaloDomainVerification(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/zalo_verifier{code}.html", Show).AllowAnonymous();
        return endpoints;
    }

    private static Results<ContentHttpResult, NotFound> Show(string code, IOptions<ZaloOptions> options) =>
        options.Value.DomainVerification.Contains(code, StringComparer.Ordinal)
            ? TypedResults.Text(Document(code), "text/html; charset=utf-8")
            : TypedResults.NotFound();

    // Only codes from the settings get here, and those are checked at the start.
    private static string Document(string code) =>
        $"<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"{MetaName}\" content=\"{code}\"><title>Zalo</title></head><body>{code}</body></html>";
}
