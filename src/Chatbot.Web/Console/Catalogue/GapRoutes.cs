using System.Globalization;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>What people ask and we lack.</summary>
internal static class GapRoutes
{
    public const Right Readers = Right.CatalogueEditor | Right.Supervisor;
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapGaps(this IEndpointRouteBuilder catalogue)
    {
        catalogue.MapGet("/gaps", ShowAsync).RequireRight(Readers);
        catalogue.MapGet("/gaps/{key}", MessagesAsync).RequireRight(Readers);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request, GapReader reader, ConsoleContext console, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        var report = await reader.ReadAsync(ct);
        if (report.Gaps.Count > 0) await EnterAsync(report.Gaps.Count, console, trail, databases, gate, ct);
        return request.Query["export"] == "xlsx" ? TypedResults.Stream(Workbook.Of(Table(report)), Sheet, "con-thieu.xlsx") : Pages.Show<GapPage>(new { Report = report });
    }

    private static async Task<IResult> MessagesAsync(
        string key, GapReader reader, ConsoleContext console, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        var messages = await reader.MessagesAsync(key, ct);
        if (messages.Count == 0) return TypedResults.NotFound();
        await EnterAsync(messages.Count, console, trail, databases, gate, ct);
        return Pages.Show<GapMessagesPage>(new { Messages = messages });
    }

    // Masked as they are, these are citizens' words.
    private static async Task EnterAsync(int questions, ConsoleContext console, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, WriteGate gate, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("gaps.read", "catalogue", "", console.Visitor.UnitId) { Details = new Dictionary<string, object?> { ["questions"] = questions } }, ct);
    }

    private static IEnumerable<string[]> Table(GapReport report) => report.Gaps.Select(gap => new[]
    {
        SafeCell.Of(gap.Question), gap.Count.ToString(CultureInfo.InvariantCulture), HandlingWords.Of(gap.Handling), string.Join(", ", gap.Codes), Labels.Of(gap.LastAt),
    }).Prepend([CatalogueTexts.Question, CatalogueTexts.Times, CatalogueTexts.BotDid, CatalogueTexts.Near, CatalogueTexts.LastAsked]);
}
