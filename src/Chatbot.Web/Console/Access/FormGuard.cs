using Microsoft.AspNetCore.Antiforgery;

namespace Chatbot.Web.Console.Access;

/// <summary>Every form of the console carries a token; without it nothing is done.</summary>
internal sealed class FormGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return reads || await antiforgery.IsRequestValidAsync(http) ? await next(context) : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
    }
}
