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
        console.MapPost("/audit/verify", VerifyAsync).RequireRight(Right.Auditor | Right.Administrator);
        return console;
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "from", "to", "action");
        return lists.ShowAsync<AuditPage, AuditRow>(request, "nhat-ky", AuditColumns.All, query, (db, scope) => AuditRow.Read(db, scope, query), ct);
    }

    /// <summary>Reads the whole chain, as the command line does; that somebody looked is entered too.</summary>
    private static async Task<IResult> VerifyAsync(
        IFormCollection form, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, WriteGate gate, AuditTrail trail, AuditVerifier verifier, CancellationToken ct)
    {
        var written = form.Text("mark");
        var noted = AuditMark.Read(written);
        var verdict = written.Length > 0 && noted is null ? null : await verifier.VerifyAsync(noted, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (verdict is not null)
        {
            using var pass = await gate.EnterAsync(ct);
            await trail.AppendAsync(db, new AuditRecord("audit.verified", "audit", "", console.Visitor.UnitId)
            {
                Details = new Dictionary<string, object?> { ["verdict"] = verdict.GetType().Name },
            }, ct);
        }
        var query = ListQuery.Of(request, "from", "to", "action") with { Path = "/console/audit" };
        var list = await ListReader.ReadAsync(AuditRow.Read(db, await console.ScopeAsync(ct), query), AuditColumns.All, query, ct);
        return Pages.Show<AuditPage>(new { List = list, Notice = VerdictWords.Of(verdict), NoticeIsError = verdict is not AuditVerdict.Intact });
    }
}
