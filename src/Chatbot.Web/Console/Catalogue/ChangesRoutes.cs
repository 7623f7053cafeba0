using Chatbot.Catalogue;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>What has changed in the catalogue, the newest first.</summary>
internal static class ChangesRoutes
{
    public static void MapChanges(this IEndpointRouteBuilder catalogue) => catalogue.MapGet("/changes", ListAsync).RequireRight(CatalogueRoutes.Readers);

    private static async Task<IResult> ListAsync(
        HttpRequest request, ConsoleContext console, EntryReader reader, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "kind", "import");
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = ChangeRow.Read(db, await console.ScopeAsync(ct), query);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "thay-doi-danh-muc", format, rows, ChangeColumns.All, query, ct);
        var list = await ListReader.ReadAsync(rows, ChangeColumns.All, query, ct);
        foreach (var row in list.Rows.Where(row => row.Version > 1)) row.What = await WhatAsync(reader, row.Id, ct);
        return Pages.Show<ChangesPage>(new { List = list });
    }

    private static async Task<string> WhatAsync(EntryReader reader, Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(id, ct) is not { } version || await reader.BeforeAsync(version, ct) is not { } before) return "";
        return string.Join(", ", PartChange.Between(EntryReader.PartsOf(before), EntryReader.PartsOf(version)).Select(change => change.Heading));
    }
}
