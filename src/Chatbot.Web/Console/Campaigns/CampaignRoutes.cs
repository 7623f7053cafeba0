using System.Globalization;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Campaigns.Writing.Templates;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Campaigns.Limits;
using Chatbot.Web.Console.Campaigns.People;
using Chatbot.Web.Console.Campaigns.Reporting;
using Chatbot.Web.Console.Campaigns.Schedule;
using Chatbot.Web.Console.Campaigns.Unknown;
using Chatbot.Web.Console.Campaigns.Writing;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Live;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>Campaigns: listed, begun, previewed, watched.</summary>
internal static class CampaignRoutes
{
    public const Right Readers = Right.Editor | Right.Approver | Right.CampaignSender;

    public static IEndpointRouteBuilder MapCampaigns(this IEndpointRouteBuilder console)
    {
        var campaigns = console.MapGroup("/campaigns");
        campaigns.MapGet("", ListAsync).RequireRight(Readers);
        campaigns.MapGet("/new", ShowNewAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/new", AddAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/preview", PreviewAsync).RequireRight(Right.Editor);
        campaigns.MapGet("/{id:guid}/rows", RowsAsync).RequireRight(Readers);
        campaigns.MapOneCampaign();
        campaigns.MapCampaignReports();
        campaigns.MapSegments();
        campaigns.MapLegal();
        campaigns.MapTemplates();
        campaigns.MapCalendar();
        campaigns.MapPeople();
        campaigns.MapTopics();
        campaigns.MapTests();
        campaigns.MapUnknown();
        campaigns.MapLimits();
        console.MapGet("/live/campaigns/{id:guid}", LiveAsync).RequireRight(Readers);
        return console;
    }

    /// <summary>The visitor as campaigns name people.</summary>
    public static async Task<CampaignActor> CampaignActorAsync(this ConsoleContext console, CancellationToken ct) => new(console.Visitor.OfficialId, (await console.ScopeAsync(ct)).UnitIds);

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "state");
        return lists.ShowAsync<CampaignsPage, CampaignRow>(request, "chien-dich", CampaignColumns.All, query, (db, scope) => CampaignRow.Read(db, scope, query), ct);
    }

    private static async Task<IResult> ShowNewAsync(HttpRequest request, ConsoleContext console, KeepTemplates templates, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var draft = new CampaignDraft("", Purpose.Outreach, new CampaignContent("", ""), new SendingMethods(null, null)) { StartsAt = CampaignForm.Time(request.Query["starts_at"].ToString()) };
        int? version = int.TryParse(request.Query["version"], CultureInfo.InvariantCulture, out var number) ? number : null;
        if (Guid.TryParse(request.Query["template"], out var id) && await templates.UseAsync(id, version, await console.CampaignActorAsync(ct), ct) is { } words)
            draft = draft with { Content = words.Content, Variants = words.Variants };
        return await NewPageAsync(console, databases, draft, console.Visitor.UnitId, notice: null, repeatsTyped: null, ct);
    }

    private static async Task<IResult> AddAsync(
        IFormCollection form, ConsoleContext console, WriteCampaign write, WaitingNews news, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var actor = await console.CampaignActorAsync(ct);
        var segment = form.Id("segment") is var chosen && chosen != Guid.Empty ? await write.ChooseAsync(chosen, actor, ct) : null;
        var (unit, draft) = (form.Id("unit"), CampaignForm.Read(form, before: null, segment));
        if (ScheduleForm.IsUnclear(form)) return await NewPageAsync(console, databases, draft, unit, ScheduleTexts.RepeatsUnclear, form.Text("repeats"), ct);
        var act = await write.BeginAsync(unit, draft, actor, ct);
        if (act.Outcome != CampaignOutcome.Done) return await NewPageAsync(console, databases, draft, unit, CampaignWords.Of(act), repeatsTyped: null, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/campaigns/{act.Campaign!.Id}?done=drafted");
    }

    private static async Task<IResult> NewPageAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CampaignDraft draft, Guid unit, string? notice, string? repeatsTyped, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        return Pages.Show<NewCampaignPage>(
            new { Draft = draft, UnitId = unit, Units = await UnitNode.ReadAsync(db, scope, ct), Segments = await CampaignPageReader.SegmentsAsync(db, scope, ct), Notice = notice, RepeatsTyped = repeatsTyped },
            notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> PreviewAsync(IFormCollection form, ConsoleContext console, CampaignPageReader reader, WriterHelpReader help, CancellationToken ct)
    {
        var draft = CampaignForm.Read(form, before: null, segment: null);
        return Pages.Show<PreviewView>(new
        {
            Languages = reader.PreviewOf(draft, console.Visitor.UnitName), Report = draft.Content.Text.Length > 0 ? await help.ReviewAsync(draft, ct) : null,
            Times = help.TimesOf(draft), IsUnclear = ScheduleForm.IsUnclear(form),
        });
    }

    private static async Task<IResult> RowsAsync(Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, AuditTrail trail, CancellationToken ct)
    {
        var query = ListQuery.Of(request, "what", "channel", "reason");
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return TypedResults.NotFound();
        var rows = DeliveryRow.Read(db, id, query);
        if (ListExport.FormatOf(request) is { } format)
            return await ListExport.FileAsync(db, trail, campaign.UnitId, "luot-gui", format, rows, CampaignColumns.Deliveries, query, ct);
        return Pages.Show<DeliveriesPage>(new { Id = id, campaign.Name, List = await ListReader.ReadAsync(rows, CampaignColumns.Deliveries, query, ct) });
    }

    private static async Task<IResult> LiveAsync(Guid id, HttpContext http, ConsoleContext console, LiveFragment live, IDbContextFactory<ChatbotDb> databases, CancellationToken ended)
    {
        await using var db = await databases.CreateDbContextAsync(ended);
        if (!await db.Set<Campaign>().Within(await console.ScopeAsync(ended)).AnyAsync(c => c.Id == id, ended)) return TypedResults.NotFound();
        return live.Of<ProgressView>(http, Readers, "progress", [LiveChange.Campaign(id)], (services, visitor, ct) => ReadProgressAsync(id, services, visitor, ct));
    }

    private static async Task<Dictionary<string, object?>?> ReadProgressAsync(Guid id, IServiceProvider services, Visitor visitor, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync(ct);
        var scope = await UnitScope.OfAsync(db, visitor.UnitPath, ct);
        if (await db.Set<Campaign>().Within(scope).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return null;
        return new()
        {
            ["Campaign"] = campaign, ["Progress"] = await services.GetRequiredService<ReadProgress>().ReadAsync(id, ct),
            ["Publications"] = await db.Set<Chatbot.Campaigns.Publishing.Publication>().Where(p => p.CampaignId == id).OrderBy(p => p.Channel).ToListAsync(ct),
        };
    }
}
