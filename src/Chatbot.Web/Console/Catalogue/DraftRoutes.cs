using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Catalogue.Editing;
using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>Changes of the catalogue: listed, and begun with an entry that is not there yet.</summary>
internal static class DraftRoutes
{
    public static void MapDrafts(this IEndpointRouteBuilder catalogue)
    {
        catalogue.MapGet("/drafts", ListAsync).RequireRight(Right.CatalogueEditor | Right.Approver);
        catalogue.MapGet("/new", ShowNewAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapPost("/new", AddAsync).RequireRight(Right.CatalogueEditor);
        catalogue.MapDraft();
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state");
        return lists.ShowAsync<DraftsPage, DraftRow>(request, "sua-danh-muc", DraftColumns.All, query, (db, scope) => DraftRow.Read(db, scope, query), ct);
    }

    private static Task<IResult> ShowNewAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        NewPageAsync(console, databases, ImportKind.Procedures, console.Visitor.UnitId, "", "", notice: null, ct);

    private static async Task<IResult> AddAsync(
        IFormCollection form, ConsoleContext console, BeginDraft begin, WaitingNews news, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (kind, unit, code, title) = (form.Choice<ImportKind>("kind") == ImportKind.Faq ? ImportKind.Faq : ImportKind.Procedures, form.Id("unit"), form.Text("code"), form.Text("title"));
        if (title.Length == 0 || code.Length == 0 || kind == ImportKind.Procedures && !ProcedureCode.IsOne(code))
            return await NewPageAsync(console, databases, kind, unit, code, title, CatalogueTexts.NewInvalid, ct);
        var act = await begin.OfNewAsync(kind, unit, code, title, await console.EditorAsync(ct), ct);
        if (act.Draft is null) return await NewPageAsync(console, databases, kind, unit, code, title, DraftWords.Of(act.Outcome), ct);
        await news.ChangedAsync(ct);
        return Pages.Go(string.Create(CultureInfo.InvariantCulture, $"/console/catalogue/drafts/{act.Draft.Id}"));
    }

    private static async Task<IResult> NewPageAsync(
        ConsoleContext console, IDbContextFactory<ChatbotDb> databases, ImportKind kind, Guid unit, string code, string title, string? notice, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var units = await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct);
        return Pages.Show<NewEntryPage>(new { Units = units, UnitId = unit, Kind = kind, Code = code, EntryTitle = title, Notice = notice },
            notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
