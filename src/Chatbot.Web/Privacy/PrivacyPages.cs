using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Privacy;

/// <summary>What anybody may ask about their data without signing in.</summary>
public static class PrivacyPages
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        return builder;
    }

    /// <summary>Facebook's deletion callback and the status page that it promises.</summary>
    public static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/webhooks/facebook/data-deletion", FacebookDataDeletion.ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        endpoints.MapGet("/privacy/deletion/{code}", ShowAsync).AllowAnonymous();
        return endpoints;
    }

    /// <summary>As people copy it from the chat: any case, with dashes and blanks.</summary>
    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static async Task<RazorComponentResult<DeletionStatus>> ShowAsync(
        string code, IDbContextFactory<ChatbotDb> contexts, HttpResponse response, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = Plain(code);
        var demand = await db.Set<DeletionRequest>().SingleOrDefaultAsync(request => request.ConfirmationCode == wanted, ct);
        response.Headers["X-Robots-Tag"] = "noindex";
        return new RazorComponentResult<DeletionStatus>(new { Demand = demand })
        {
            StatusCode = demand is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }
}
