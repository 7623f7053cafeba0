using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Access;

/// <summary>Who looks at this page, and what a page needs of the request.</summary>
public sealed class ConsoleContext(IHttpContextAccessor accessor, IAntiforgery antiforgery, IDbContextFactory<ChatbotDb> databases)
{
    private UnitScope? scope;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Outside of a request.");

    /// <summary>Null: nobody has signed in.</summary>
    public Visitor? VisitorOrNull => Http.Items[typeof(Visitor)] as Visitor;

    /// <summary>For pages that nobody sees without having signed in.</summary>
    public Visitor Visitor => VisitorOrNull ?? throw new InvalidOperationException("Nobody has signed in.");

    /// <summary>The browser's address.</summary>
    public string Address => AddressOf(Http);

    public string Path => Http.Request.Path;

    public string Theme => Themes.Of(Http.Request);

    /// <summary>What the visitor may see; read once a request.</summary>
    public async Task<UnitScope> ScopeAsync(CancellationToken ct)
    {
        if (scope is not null) return scope;
        await using var db = await databases.CreateDbContextAsync(ct);
        return scope = await UnitScope.OfAsync(db, Visitor.UnitPath, ct);
    }

    /// <summary>For the hidden field of a form.</summary>
    public AntiforgeryTokenSet Token() => antiforgery.GetAndStoreTokens(Http);

    internal static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "";
}
