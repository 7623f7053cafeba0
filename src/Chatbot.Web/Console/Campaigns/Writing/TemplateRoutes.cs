using Chatbot.Campaigns;
using Chatbot.Campaigns.Writing.Templates;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Writing;

/// <summary>Messages kept for the next time.</summary>
internal static class TemplateRoutes
{
    public static void MapTemplates(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/templates", ListAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapGet("/templates/{id:guid}", ShowAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapPost("/templates/{id:guid}/withdraw", WithdrawAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/{id:guid}/template", SaveAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request);
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = TemplateRow.Read(db, await console.ScopeAsync(ct), query.Search);
        if (ListExport.FormatOf(request) is { } format) return await ListExport.FileAsync(db, trail, console.Visitor.UnitId, "mau-tin", format, rows, WritingColumns.Templates, query, ct);
        var list = await ListReader.ReadAsync(rows, WritingColumns.Templates, query, ct);
        return Pages.Show<TemplatesPage>(new { List = list, Notice = request.Query["done"] == "withdrawn" ? WritingTexts.TemplateWithdrawn : null });
    }

    private static async Task<IResult> ShowAsync(Guid id, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<MessageTemplate>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } template) return TypedResults.NotFound();
        var versions = await db.Set<TemplateVersion>().Where(v => v.TemplateId == id).OrderByDescending(v => v.Version).Take(50).ToListAsync(ct);
        return Pages.Show<TemplatePage>(new { Template = template, Versions = versions });
    }

    private static async Task<IResult> SaveAsync(Guid id, IFormCollection form, ConsoleContext console, KeepTemplates keep, CampaignPageReader reader, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return TypedResults.NotFound();
        var draft = campaign.Read();
        var known = form.Id("template") is var chosen && chosen != Guid.Empty ? chosen : (Guid?)null;
        var saved = await keep.SaveAsync(known, campaign.UnitId, form.Text("template_name"), new TemplateContent(draft.Content, draft.Variants), await console.CampaignActorAsync(ct), ct);
        return saved is null
            ? await reader.PageAsync(id, WritingTexts.TemplateRefused, isError: true, typed: null, ct) : await reader.PageAsync(id, WritingTexts.TemplateSaved, isError: false, typed: null, ct);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, ConsoleContext console, KeepTemplates keep, CancellationToken ct) =>
        await keep.WithdrawAsync(id, await console.CampaignActorAsync(ct), ct) ? Pages.Go("/console/campaigns/templates?done=withdrawn") : TypedResults.NotFound();
}
