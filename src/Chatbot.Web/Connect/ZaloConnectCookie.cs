using System.Text.Json;
using Chatbot.Channels.Zalo;
using Chatbot.Persistence;

namespace Chatbot.Web.Connect;

/// <summary>What a browser carries from the connect page to Zalo's callback: encrypted, for 15 minutes, taken once.</summary>
public sealed class ZaloConnectCookie(ISecretBox box, TimeProvider clock)
{
    private const string Name = "chatbot-zalo-connect";

    // Zalo's code lives 10 minutes; the administrator signs in before that.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public void Write(HttpContext context, string ticket, ZaloConsent consent)
    {
        var begun = new BegunConnection(ticket, consent, clock.GetUtcNow() + Life);
        context.Response.Cookies.Append(Name, box.ProtectText(JsonSerializer.Serialize(begun)), Options(context, Life));
    }

    /// <returns>Null: not begun in this browser, or too long ago.</returns>
    public BegunConnection? Take(HttpContext context)
    {
        context.Response.Cookies.Delete(Name, Options(context, life: null));
        if (box.UnprotectText(context.Request.Cookies[Name]) is not { } text) return null;
        var begun = JsonSerializer.Deserialize<BegunConnection>(text);
        return begun?.Until > clock.GetUtcNow() ? begun : null;
    }

    // Lax: the callback is a page that Zalo leads to, and must bring the cookie.
    private static CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = ZaloConnect.Path,
        MaxAge = life,
    };
}

public sealed record BegunConnection(string Ticket, ZaloConsent Consent, DateTimeOffset Until)
{
    public override string ToString() => "begun connection";   // keeps its secrets out of logs
}
