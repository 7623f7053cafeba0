using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Reporting;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <summary>The report of a campaign, the rows behind its figures, and what follows from it.</summary>
internal static class ReportRoutes
{
    private const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string ExcelFile = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapCampaignReports(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/{id:guid}/report", ShowAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapGet("/{id:guid}/effects", EffectsAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapGet("/{id:guid}/clicks", ClicksAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapPost("/{id:guid}/follow-up", FollowUpAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpRequest request, ReportReader reader, AuditTrail trail, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        if (await reader.ReadAsync(id, ct) is not { } sheet) return TypedResults.NotFound();
        var format = request.Query["export"].ToString();
        if (format is not ("docx" or "xlsx")) return Pages.Show<ReportPage>(new { Sheet = sheet });
        await using var db = await databases.CreateDbContextAsync(ct);
        await trail.AppendAsync(db, new AuditRecord("list.exported", "list", "bao-cao-chien-dich", sheet.Campaign.UnitId) { Details = new Dictionary<string, object?> { ["format"] = format, ["rows"] = sheet.Lines.Count } }, ct);
        return format == "docx" ? TypedResults.Bytes(ReportDocument.Write(sheet), WordFile, "bao-cao-chien-dich.docx") : TypedResults.Stream(Workbook.Of(Table(sheet)), ExcelFile, "bao-cao-chien-dich.xlsx");
    }

    private static IEnumerable<object[]> Table(ReportSheet sheet) =>
    [
        .. sheet.Facts.Select(fact => new object[] { fact.Name, SafeCell.Of(fact.Value) }), [],
        [ReportTexts.Figure, ReportTexts.All, "Zalo", "Facebook"],
        .. sheet.Lines.Select(line => new object[] { SafeCell.Of(line.Name), line.Total, (object?)line.Zalo ?? "", (object?)line.Facebook ?? "" }), [], [sheet.Remark],
    ];

    private static Task<IResult> EffectsAsync(Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "kind", "channel");
        return RowsAsync<EffectsPage, EffectRow>(id, request, "viec-phat-sinh", ReportColumns.Effects, query, db => EffectRow.Read(db, id, query), console, databases, trail, ct);
    }

    private static Task<IResult> ClicksAsync(Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "link");
        return RowsAsync<ClicksPage, ClickRow>(id, request, "luot-bam", ReportColumns.Clicks, query, db => ClickRow.Read(db, id, query), console, databases, trail, ct);
    }

    private static async Task<IResult> RowsAsync<TPage, TRow>(
        Guid id, HttpRequest request, string name, IReadOnlyList<ListColumn<TRow>> columns, ListQuery query, Func<ChatbotDb, IOrderedQueryable<TRow>> read,
        ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
        where TPage : IComponent
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return TypedResults.NotFound();
        if (ListExport.FormatOf(request) is { } format) return await ListExport.FileAsync(db, trail, campaign.UnitId, name, format, read(db), columns, query, ct);
        return Pages.Show<TPage>(new { Id = id, List = await ListReader.ReadAsync(read(db), columns, query, ct) });
    }

    private static async Task<IResult> FollowUpAsync(
        Guid id, IFormCollection form, ConsoleContext console, FollowUpCampaign follow, ReportReader reader, CancellationToken ct)
    {
        if (await reader.ReadAsync(id, ct) is not { } sheet) return TypedResults.NotFound();
        var whom = form.Choice<FollowUp>("whom") ?? FollowUp.Failed;
        var name = whom == FollowUp.Failed ? ReportTexts.FailedName(sheet.Campaign.Name) : ReportTexts.UnseenName(sheet.Campaign.Name);
        var act = await follow.BeginAsync(id, whom, name, await console.CampaignActorAsync(ct), ct);
        return act.Outcome == CampaignOutcome.Done ? Pages.Go($"/console/campaigns/{act.Campaign!.Id}?done=drafted")
            : Pages.Show<ReportPage>(new { Sheet = sheet, Notice = CampaignWords.Of(act) }, StatusCodes.Status422UnprocessableEntity);
    }
}
