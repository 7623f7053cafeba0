using Microsoft.AspNetCore.Http.Features;

namespace Chatbot.Web.Telemetry;

/// <summary>Names the span of a request after its route, never after its address, and adds the status.</summary>
internal sealed class RouteNames : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(NameAsync);
        next(app);
    };

    private static async Task NameAsync(HttpContext context, RequestDelegate next)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        try
        {
            await next(context);
        }
        finally
        {
            // Read afterwards: the route is found further in.
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            if (span is not null && route is not null) span.DisplayName = $"{context.Request.Method} {route}";
            span?.SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        }
    }
}
