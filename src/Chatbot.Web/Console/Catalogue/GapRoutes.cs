using Chatbot.Catalogue.Answers;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>What people ask and we lack.</summary>
internal static class GapRoutes
{
    public const string Path = "/console/catalogue/gaps";
    public const Right Readers = Right.CatalogueEditor | Right.Supervisor;

    public static void MapGaps(this IEndpointRouteBuilder catalogue)
    {
        catalogue.MapGet("/gaps", ShowAsync).RequireRight(Readers);
        catalogue.MapGet("/gaps/{key}", MessagesAsync).RequireRight(Readers);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, GapReader reader, GapFiles files, TimeProvider clock, CancellationToken ct)
    {
        var (query, report) = (ListQuery.Of(request, "did"), await reader.ReadAsync(ct));
        if (report.Gaps.Count > 0) await files.EnterAsync(report.Gaps.Count, ct);
        var found = Matching(report.Gaps, query);
        return await files.ExportAsync(request, "con-thieu", found, GapColumns.Gaps, query, ct)
            ?? Pages.Show<GapPage>(new { Report = report, List = ListReader.Page(found, GapColumns.Gaps, query), Period = GapReader.PeriodAt(clock.GetUtcNow()) });
    }

    private static async Task<IResult> MessagesAsync(string key, HttpRequest request, GapReader reader, GapFiles files, CancellationToken ct)
    {
        var (query, messages) = (ListQuery.Of(request), await reader.MessagesAsync(key, ct));
        if (messages.Count == 0) return TypedResults.NotFound();
        await files.EnterAsync(messages.Count, ct);
        return await files.ExportAsync(request, "cau-hoi-con-thieu", messages, GapColumns.Messages, query, ct)
            ?? Pages.Show<GapMessagesPage>(new { List = ListReader.Page(messages, GapColumns.Messages, query) });
    }

    private static IReadOnlyList<Gap> Matching(IEnumerable<Gap> gaps, ListQuery query)
    {
        var words = PublishedAnswer.SearchWords(query.Search).ToList();
        var handling = Enum.TryParse<Handling>(query.Filter("did"), ignoreCase: true, out var chosen) ? chosen : (Handling?)null;
        return [.. gaps.Where(gap => (handling is null || gap.Handling == handling) && words.TrueForAll(word => PublishedAnswer.Searchable(gap.Question).Contains(word, StringComparison.Ordinal)))];
    }
}

/// <summary>Masked as they are, these are citizens' words: who reads them or takes them away as a file is entered.</summary>
internal sealed class GapFiles(ConsoleContext console, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, WriteGate gate)
{
    public async Task EnterAsync(int questions, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("gaps.read", "catalogue", "", console.Visitor.UnitId) { Details = new Dictionary<string, object?> { ["questions"] = questions } }, ct);
    }

    /// <returns>Null: the page was asked for, not a file.</returns>
    public async Task<IResult?> ExportAsync<TRow>(HttpRequest request, string name, IReadOnlyList<TRow> rows, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query, CancellationToken ct)
    {
        if (ListExport.FormatOf(request) is not { } format) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, name, format, ListReader.Sorted(rows, columns, query), columns, ct);
    }
}
