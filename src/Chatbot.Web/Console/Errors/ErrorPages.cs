using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Errors;

/// <summary>In the console, what went wrong is told as a page in words; elsewhere platforms and programs get their bare status.</summary>
internal static partial class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/console"), console => console.Use(ShowAsync));

    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;   // the browser has gone
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            PageFailed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Chatbot.Web.Console"), error, context.Request.Method, RouteOf(context));
            context.Response.Clear();
            context.Response.StatusCode = error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        }
        var response = context.Response;
        if (response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 }) await Page(context, response.StatusCode).ExecuteAsync(context);
    }

    private static IResult Page(HttpContext context, int status)
    {
        var (title, text) = status switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => (ErrorTexts.Title403, ErrorTexts.Text403),
            StatusCodes.Status404NotFound => (ErrorTexts.Title404, ErrorTexts.Text404),
            StatusCodes.Status429TooManyRequests => (ErrorTexts.Title429, ErrorTexts.Text429),
            >= 500 => (ErrorTexts.Title500, ErrorTexts.Text500),
            _ => (ErrorTexts.Title400, ErrorTexts.Text400),
        };
        return Pages.Show<ErrorPage>(new { Title = title, Text = text }, status);
    }

    // The pattern, not the address: links hold one-time tokens.
    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    private static partial void PageFailed(ILogger logger, Exception error, string method, string route);
}
