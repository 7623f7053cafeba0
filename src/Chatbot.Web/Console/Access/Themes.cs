namespace Chatbot.Web.Console.Access;

/// <summary>Light, dark, or as the device has it: remembered in the browser.</summary>
public static class Themes
{
    public const string Auto = "auto";
    private const string Cookie = "chatbot-theme";

    public static IReadOnlyList<string> All { get; } = [Auto, "light", "dark"];

    public static string Of(HttpRequest request) => request.Cookies[Cookie] is { } theme && All.Contains(theme) ? theme : Auto;

    public static void Keep(HttpContext context, string theme)
    {
        if (!All.Contains(theme)) return;
        context.Response.Cookies.Append(Cookie, theme, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/console",
            MaxAge = TimeSpan.FromDays(365),
        });
    }
}
