using Chatbot.Catalogue.Import;
using Chatbot.Catalogue.Import.Tables;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Files brought in from the browser, and the reports of all imports.</summary>
internal static class ImportRoutes
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int LongestName = 200;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public static void MapImports(this IEndpointRouteBuilder catalogue)
    {
        var imports = catalogue.MapGroup("/imports").RequireRight(Right.CatalogueEditor);
        imports.MapGet("", ListAsync);
        imports.MapPost("", AcceptAsync);
        imports.MapGet("/template/{name}", Template);
        imports.MapGet("/{id:guid}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "nhap-tep", format, ImportRows.Read(db, await console.ScopeAsync(ct), query), ImportColumns.Runs, query, ct);
        return await ListPageAsync(db, query, console, console.Visitor.UnitId, notice: null, ct);
    }

    private static async Task<IResult> AcceptAsync(
        IFormCollection form, HttpRequest request, ConsoleContext console, ImportQueue queue, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (unit, file) = (form.Id("unit"), form.Files.GetFile("file"));
        var problem = file is null || file.Length == 0 ? CatalogueTexts.FileMissing
            : ImportQueue.EndingOf(file.FileName).Length == 0 ? CatalogueTexts.FileEnding
            : (await console.ScopeAsync(ct)).Holds(unit) ? null : CatalogueTexts.UnitUnknown;
        if (problem is not null)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            return await ListPageAsync(db, ListQuery.Of(request), console, unit, problem, ct);
        }
        var kind = form.Choice<ImportKind>("kind") == ImportKind.Faq ? ImportKind.Faq : ImportKind.Procedures;
        var source = form.Text("source") is { Length: > 0 } named ? named : CatalogueTexts.OwnFile;
        var name = Path.GetFileName(file!.FileName.Replace('\\', '/'));
        var id = await queue.AcceptAsync(kind, new ImportRequest(unit, source, name.Length > LongestName ? name[^LongestName..] : name), file, ct);
        return Pages.Go($"/console/catalogue/imports/{id}");
    }

    private static async Task<IResult> ListPageAsync(ChatbotDb db, ListQuery query, ConsoleContext console, Guid unit, string? notice, CancellationToken ct)
    {
        var scope = await console.ScopeAsync(ct);
        return Pages.Show<ImportsPage>(new
        {
            List = await ListReader.ReadAsync(ImportRows.Read(db, scope, query), ImportColumns.Runs, query, ct),
            Units = await UnitNode.ReadAsync(db, scope, ct),
            UnitId = unit,
            Notice = notice,
        }, notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(
        Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, TimeProvider clock, CancellationToken ct)
    {
        var query = ListQuery.Of(request);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<ImportRun>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } run) return TypedResults.NotFound();
        var problems = db.Set<ImportProblem>().Where(p => p.ImportId == id).OrderByDescending(p => p.LeftOut).ThenBy(p => p.Row).ThenBy(p => p.Id);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "bao-cao-nhap", format, problems, ImportColumns.Problems, query, ct);
        return Pages.Show<ImportPage>(new
        {
            Run = run,
            List = await ListReader.ReadAsync(problems, ImportColumns.Problems, query, ct),
            IsStale = run.FinishedAt is null && clock.GetUtcNow() - (run.ProgressedAt ?? run.StartedAt) > Silence,
        });
    }

    private static IResult Template(string name)
    {
        if (name is not ("procedures.xlsx" or "faq.xlsx")) return TypedResults.NotFound();
        var file = new MemoryStream();
        XlsxTemplate.Write(file, name == "faq.xlsx" ? FaqColumns.All : ProcedureColumns.All);
        return TypedResults.Bytes(file.ToArray(), Workbook, name == "faq.xlsx" ? "mau-cau-hoi.xlsx" : "mau-thu-tuc.xlsx");
    }
}
