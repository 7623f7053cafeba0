namespace Chatbot.Web.Console.Access;

/// <summary>What browsers must not do with our pages.</summary>
internal static class SecurityHeaders
{
    // Tabler draws small signs as data: images.
    private const string Console =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The public pages carry their few lines of style in themselves and no script.
    private const string Public = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        var isConsole = context.Request.Path.StartsWithSegments("/console");
        headers.ContentSecurityPolicy = isConsole ? Console : Public;
        (headers.XContentTypeOptions, headers["Referrer-Policy"], headers["Cross-Origin-Opener-Policy"]) = ("nosniff", "no-referrer", "same-origin");
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        if (isConsole) headers.CacheControl = "no-store";   // assets say otherwise
        return next(context);
    });
}
