using System.Text.Json;
using Chatbot.Persistence;

namespace Chatbot.Web.Console.Access;

/// <summary>Between password and code: whose password was right, sealed, for a few minutes.</summary>
public sealed class SecondStepCookie(ISecretBox box, TimeProvider clock)
{
    private const string Name = "chatbot-second-step";
    private const string Path = "/console/sign-in";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public void Write(HttpContext context, Guid officialId) =>
        context.Response.Cookies.Append(Name, box.ProtectText(JsonSerializer.Serialize(new Begun(officialId, clock.GetUtcNow() + Life))), Options(context, Life));

    /// <returns>Null: no password was given in this browser, or too long ago.</returns>
    public Guid? Read(HttpContext context)
    {
        if (box.UnprotectText(context.Request.Cookies[Name]) is not { } text) return null;
        var begun = JsonSerializer.Deserialize<Begun>(text);
        return begun?.Until > clock.GetUtcNow() ? begun.OfficialId : null;
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, life: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = Path,
        MaxAge = life,
    };

    private sealed record Begun(Guid OfficialId, DateTimeOffset Until);
}
