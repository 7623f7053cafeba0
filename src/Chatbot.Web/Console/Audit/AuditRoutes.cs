using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Audit;

/// <summary>Who, what, when, from where.</summary>
internal static class AuditRoutes
{
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder console)
    {
        console.MapGet("/audit", ListAsync).RequireRight(Right.Auditor | Right.Administrator);
        return console;
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "from", "to", "action");
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = AuditRow.Read(db, await console.ScopeAsync(ct), query);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "nhat-ky", format, rows, AuditColumns.All, query, ct);
        return Pages.Show<AuditPage>(new { List = await ListReader.ReadAsync(rows, AuditColumns.All, query, ct) });
    }
}
