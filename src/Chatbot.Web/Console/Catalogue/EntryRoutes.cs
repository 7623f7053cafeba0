using Chatbot.Catalogue;
using Chatbot.Catalogue.Editing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>One entry: read, compared, printed, and where a change of it begins.</summary>
internal static class EntryRoutes
{
    private const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapEntries(this IEndpointRouteBuilder catalogue)
    {
        catalogue.MapGet("/entries/{id:guid}", ShowAsync).RequireRight(CatalogueRoutes.Readers);
        catalogue.MapGet("/entries/{id:guid}/compare", CompareAsync).RequireRight(CatalogueRoutes.Readers);
        catalogue.MapGet("/entries/{id:guid}/print", PrintAsync).RequireRight(CatalogueRoutes.Readers);
        catalogue.MapGet("/entries/{id:guid}/docx", DownloadAsync).RequireRight(CatalogueRoutes.Readers);
        catalogue.MapPost("/entries/{id:guid}/edit", EditAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapPost("/entries/{id:guid}/end", EndAsync).RequireRight(Right.CatalogueEditor);
    }

    private static Task<IResult> ShowAsync(Guid id, HttpRequest request, EntryReader reader, CancellationToken ct) =>
        PageAsync(id, Enum.TryParse<Aspect>(request.Query["muc"], out var aspect) && Enum.IsDefined(aspect) ? aspect : Aspect.General, problem: null, reader, ct);

    private static async Task<IResult> PageAsync(Guid id, Aspect aspect, string? problem, EntryReader reader, CancellationToken ct) =>
        await reader.SheetAsync(id, aspect, ct) is { } sheet
            ? Pages.Show<EntryPage>(new { Sheet = sheet, Notice = problem, NoticeIsError = problem is not null },
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NotFound();

    private static async Task<IResult> CompareAsync(Guid id, EntryReader reader, CancellationToken ct) =>
        await reader.FindAsync(id, ct) is { } version && await reader.BeforeAsync(version, ct) is { } before
            ? Pages.Show<ComparePage>(new { Before = before, After = version }) : TypedResults.NotFound();

    private static async Task<IResult> PrintAsync(Guid id, EntryReader reader, PrintCodes codes, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await reader.FindAsync(id, ct) is { } version
            ? Pages.Show<PrintPage>(new { Version = version, Parts = ForBoard(version), Codes = await codes.OfAsync(version, ct), Unit = await UnitAsync(databases, version, ct) })
            : TypedResults.NotFound();

    private static async Task<IResult> DownloadAsync(Guid id, EntryReader reader, PrintCodes codes, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        await reader.FindAsync(id, ct) is { } version
            ? TypedResults.Bytes(EntryDocument.Write(version, ForBoard(version), await codes.OfAsync(version, ct), await UnitAsync(databases, version, ct)), WordFile, $"{version.Code}.docx")
            : TypedResults.NotFound();

    private static async Task<IResult> EditAsync(Guid id, ConsoleContext console, BeginDraft begin, EntryReader reader, WaitingNews news, CancellationToken ct)
    {
        var act = await begin.OfVersionAsync(id, await console.EditorAsync(ct), ct);
        if (act.Draft is null) return act.Outcome == DraftOutcome.Unknown ? TypedResults.NotFound() : await PageAsync(id, Aspect.General, DraftWords.Of(act.Outcome), reader, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/catalogue/drafts/{act.Draft.Id}");
    }

    private static async Task<IResult> EndAsync(Guid id, IFormCollection form, ConsoleContext console, BeginDraft begin, EntryReader reader, WaitingNews news, CancellationToken ct)
    {
        if (await reader.FindAsync(id, ct) is not ProcedureVersion version) return TypedResults.NotFound();
        var code = form.Text("replaced_by") is { Length: > 0 } other ? other : null;
        if (form.Day("from") is not { } from || code is not null && (!ProcedureCode.IsOne(code) || code == version.Code)) return await PageAsync(id, Aspect.General, CatalogueTexts.EndInvalid, reader, ct);
        var act = await begin.OfEndAsync(id, from, code, form.Text("decision"), await console.EditorAsync(ct), ct);
        if (act.Draft is null) return act.Outcome == DraftOutcome.Unknown ? TypedResults.NotFound() : await PageAsync(id, Aspect.General, DraftWords.Of(act.Outcome), reader, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/catalogue/drafts/{act.Draft.Id}");
    }

    // What a citizen at the board wants to know; the rest is the office's own matter.
    private static List<EntryPart> ForBoard(IContentVersion version)
    {
        string[] left = [CatalogueTexts.Procedure, CatalogueTexts.Levels, CatalogueTexts.IssuingAgency, CatalogueTexts.SourceUrl, CatalogueTexts.Status, CatalogueTexts.ReplacedBy, CatalogueTexts.Questions, CatalogueTexts.RelatedCode];
        return [.. EntryReader.PartsOf(version).Where(part => part.Lines.Count > 0 && !left.Contains(part.Heading))];
    }

    private static async Task<string> UnitAsync(IDbContextFactory<ChatbotDb> databases, IContentVersion version, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Unit>().Where(u => u.Id == version.UnitId).Select(u => u.Name).FirstAsync(ct);
    }
}
