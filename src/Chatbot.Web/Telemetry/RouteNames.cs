using System.Diagnostics;
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

    private static Task NameAsync(HttpContext context, RequestDelegate next) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity is { Recorded: true } span ? NameAsync(span, context, next) : next(context);

    private static async Task NameAsync(Activity span, HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            // Read afterwards: the route is found further in.
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            if (route is not null) span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        }
    }
}
