using Chatbot.Catalogue;
using Chatbot.Catalogue.Editing;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Procedures and questions that the bot answers from.</summary>
internal static class CatalogueRoutes
{
    public const string Path = "/console/catalogue";
    public const Right Readers = Right.CatalogueEditor | Right.Approver | Right.Editor | Right.HotlineAgent | Right.Supervisor;

    public static IEndpointRouteBuilder MapCatalogue(this IEndpointRouteBuilder console)
    {
        var catalogue = console.MapGroup("/catalogue");
        catalogue.MapGet("", ProceduresAsync).RequireRight(Readers);
        catalogue.MapGet("/faq", FaqAsync).RequireRight(Readers);
        catalogue.MapPost("/starter", AdoptAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapEntries();
        catalogue.MapDrafts();
        catalogue.MapImports();
        catalogue.MapChanges();
        catalogue.MapCoverage();
        catalogue.MapGaps();
        return console;
    }

    /// <summary>The visitor as changes of the catalogue name people.</summary>
    public static async Task<CatalogueActor> EditorAsync(this ConsoleContext console, CancellationToken ct) =>
        new(console.Visitor.OfficialId, (await console.ScopeAsync(ct)).UnitIds);

    private static async Task<IResult> ProceduresAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "field", "state");
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        var rows = ProcedureRow.Read(db, scope, query, VietnamDay.Of(clock.GetUtcNow()));
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "thu-tuc", format, rows, ProcedureRowColumns.All, query, ct);
        return Pages.Show<ProceduresPage>(new
        {
            List = await ListReader.ReadAsync(rows, ProcedureRowColumns.All, query, ct),
            Fields = await ProcedureRow.FieldsAsync(db, scope, ct),
            Notice = request.Query["done"] == "adopted" ? CatalogueTexts.Adopted : null,
        });
    }

    private static async Task<IResult> FaqAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "topic", "state");
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        var rows = FaqRow.Read(db, scope, query, VietnamDay.Of(clock.GetUtcNow()));
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "cau-hoi", format, rows, FaqRowColumns.All, query, ct);
        return Pages.Show<FaqPage>(new { List = await ListReader.ReadAsync(rows, FaqRowColumns.All, query, ct), Topics = await FaqRow.TopicsAsync(db, scope, ct) });
    }

    private static async Task<IResult> AdoptAsync(
        ConsoleContext console, AdoptStarter starter, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        var added = await starter.AdoptAsync(console.Visitor.UnitId, ct);
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("catalogue.imported", "catalogue", AdoptStarter.Source, console.Visitor.UnitId)
        {
            Details = new Dictionary<string, object?> { ["added"] = added },
        }, ct);
        return Pages.Go(Path + "?done=adopted");
    }
}
