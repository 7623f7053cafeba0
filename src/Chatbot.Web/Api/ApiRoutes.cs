using Chatbot.Officials.ApiKeys;

namespace Chatbot.Web.Api;

/// <summary>The interface for other systems, below <c>/api/v1</c>; its description is at <c>/api/v1/openapi.json</c>.</summary>
public static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>Whatever goes wrong below <c>/api</c> is told as a problem in words. Before any endpoint.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.Use(TellAsync));
        return app;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        var api = app.MapGroup(Root).DisableAntiforgery().RequireRateLimiting(ApiServices.Limit).AddEndpointFilter(ApiAccess.ActAsKeyAsync);
        api.MapPost("/campaigns", CampaignsApi.BeginAsync).RequireScope(ApiScope.WriteCampaigns).Accepts<NewCampaign>("application/json")
            .Describe(ApiTexts.SumBegin).Produces<CampaignState>(StatusCodes.Status201Created).HasRequestKey();
        api.MapPost("/campaigns/{id:guid}/submit", CampaignsApi.SubmitAsync).RequireScope(ApiScope.SubmitCampaigns).Accepts<SeenRevision>("application/json")
            .Describe(ApiTexts.SumSubmit).Produces<CampaignState>().HasRequestKey();
        api.MapGet("/campaigns/{id:guid}", CampaignsApi.StatusAsync).RequireScope(ApiScope.ReadCampaigns).Describe(ApiTexts.SumStatus).Produces<CampaignState>();
        api.MapGet("/campaigns/{id:guid}/deliveries", CampaignsApi.DeliveriesAsync).RequireScope(ApiScope.ReadDeliveries).Describe(ApiTexts.SumDeliveries).Produces<DeliveryPage>();
        api.MapGet("/segments", CampaignsApi.SegmentsAsync).RequireScope(ApiScope.ReadCampaigns).Describe(ApiTexts.SumSegments).Produces<IReadOnlyList<SegmentName>>();
        return app;
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary) => endpoint.WithSummary(summary)
        .Produces<ApiProblem>(StatusCodes.Status401Unauthorized, "application/problem+json").Produces<ApiProblem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<ApiProblem>(StatusCodes.Status404NotFound, "application/problem+json").Produces<ApiProblem>(StatusCodes.Status429TooManyRequests, "application/problem+json");

    private static void HasRequestKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RequestKeyNeeded())
        .Produces<ApiProblem>(StatusCodes.Status400BadRequest, "application/problem+json").Produces<ApiProblem>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<ApiProblem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    private static async Task TellAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;   // the caller has gone
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Chatbot.Web.Api").RequestFailed(error, http.Request.Method);
            http.Response.Clear();
            http.Response.StatusCode = error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }
        var response = http.Response;
        if (response is not { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 }) return;
        var code = response.StatusCode switch { 404 or 405 => "NotFound", 429 => "TooMany", >= 500 => "Broken", _ => "BadRequest" };
        await ApiReply.Problem(response.StatusCode, code).ToResult().ExecuteAsync(http);
    }
}

/// <summary>The endpoint wants the header <c>Idempotency-Key</c>; for its description.</summary>
internal sealed record RequestKeyNeeded;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A {Method} of the interface for other systems failed")]
    public static partial void RequestFailed(this ILogger logger, Exception error, string method);
}
