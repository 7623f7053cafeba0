using Chatbot.Hotline.Cases;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Cases;

/// <summary>Stands before every address of one case: a case of another unit is not there. The use cases behind it check no rights themselves.</summary>
internal sealed class CaseDoor : IEndpointFilter
{
    public const string Id = "id";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var scope = await services.GetRequiredService<ConsoleContext>().ScopeAsync(http.RequestAborted);
        await using var db = await services.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync(http.RequestAborted);
        return Guid.TryParse(http.Request.RouteValues[Id]?.ToString(), out var id) && await IsOpenAsync(db, id, scope.UnitIds, http.RequestAborted)
            ? await next(context) : TypedResults.NotFound();
    }

    /// <summary>The office that the citizen wrote to, and the one that deals with it, see a case.</summary>
    public static Task<bool> IsOpenAsync(ChatbotDb db, Guid id, IReadOnlyList<Guid> units, CancellationToken ct) =>
        db.Set<Case>().AnyAsync(c => c.Id == id && (units.Contains(c.HandlerUnitId) || units.Contains(c.UnitId)), ct);
}
