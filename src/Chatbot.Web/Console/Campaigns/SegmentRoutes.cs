using System.Globalization;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Units;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>Saved groups of recipients.</summary>
internal static class SegmentRoutes
{
    public static void MapSegments(this IEndpointRouteBuilder campaigns)
    {
        var segments = campaigns.MapGroup("/segments");
        segments.MapGet("", ListAsync).RequireRight(CampaignRoutes.Readers);
        segments.MapGet("/new", ShowNewAsync).RequireRight(Right.Editor);
        segments.MapPost("/new", AddAsync).RequireRight(Right.Editor);
        segments.MapPost("/count", CountAsync).RequireRight(Right.Editor);
        segments.MapGet("/{id:guid}", ShowAsync).RequireRight(CampaignRoutes.Readers);
        segments.MapPost("/{id:guid}", EditAsync).RequireRight(Right.Editor);
    }

    private static Task<IResult> ListAsync(HttpRequest request, ListPages lists, CancellationToken ct)
    {
        var query = ListQuery.Of(request);
        return lists.ShowAsync<SegmentsPage, SegmentRow>(request, "nhom-nhan-tin", CampaignColumns.Segments, query, (db, scope) => SegmentRow.Read(db, scope, query), ct);
    }

    private static async Task<IResult> ShowNewAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct) =>
        Pages.Show<SegmentPage>(new { Name = "", Criteria = Criteria.Everybody, Units = await UnitsAsync(console, databases, ct) });

    private static async Task<IReadOnlyList<UnitNode>> UnitsAsync(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct);
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ConsoleContext console, KeepSegments keep, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        var (name, criteria) = (form.Text("name"), Read(form));
        var saved = await keep.SaveAsync(null, console.Visitor.UnitId, name, criteria, await console.CampaignActorAsync(ct), ct);
        return saved is null ? Refused(null, name, criteria, await UnitsAsync(console, databases, ct)) : Pages.Go($"/console/campaigns/segments/{saved.Id}?done=saved");
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CountAudience count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Segment>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } segment) return TypedResults.NotFound();
        var notice = request.Query["done"] == "saved" ? CampaignPageTexts.SegmentSaved : null;
        return Pages.Show<SegmentPage>(new { Id = (Guid?)id, segment.Name, Criteria = segment.Read(), Units = await UnitNode.ReadAsync(db, await console.ScopeAsync(ct), ct), Notice = notice, Count = await count.CountAsync(segment.UnitId, ByTemplate(segment.Read()), ct) });
    }

    /// <summary>While it is put together: who is in it now, and who would be left out.</summary>
    private static async Task<IResult> CountAsync(IFormCollection form, ConsoleContext console, CountAudience count, CancellationToken ct)
    {
        var (criteria, units) = (Read(form), (await console.CampaignActorAsync(ct)).UnitIds);
        if (!criteria.IsSound || !criteria.Units.All(units.Contains)) return TypedResults.UnprocessableEntity();
        return Pages.Show<SegmentCountView>(new { Count = await count.CountAsync(console.Visitor.UnitId, ByTemplate(criteria), ct), IsTyped = true });
    }

    // As if it were sent by templates, which no window closes.
    private static CampaignDraft ByTemplate(Criteria criteria) => new("", Purpose.PersonalNotice, new CampaignContent("", ""), new SendingMethods(FacebookMethod.Utility, ZaloMethod.Template))
    {
        Segment = new SegmentChoice(Guid.Empty, 0, criteria),
    };

    private static async Task<IResult> EditAsync(Guid id, IFormCollection form, ConsoleContext console, KeepSegments keep, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Segment>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } segment) return TypedResults.NotFound();
        var (name, criteria) = (form.Text("name"), Read(form));
        var saved = await keep.SaveAsync(id, segment.UnitId, name, criteria, await console.CampaignActorAsync(ct), ct);
        return saved is null ? Refused(id, name, criteria, await UnitsAsync(console, databases, ct)) : Pages.Go($"/console/campaigns/segments/{id}?done=saved");
    }

    private static IResult Refused(Guid? id, string name, Criteria criteria, IReadOnlyList<UnitNode> units) =>
        Pages.Show<SegmentPage>(new { Id = id, Name = name, Criteria = criteria, Units = units, Notice = CampaignPageTexts.SegmentRefused, NoticeIsError = true }, StatusCodes.Status422UnprocessableEntity);

    private static Criteria Read(IFormCollection form) => new()
    {
        Channels = form.Choice<Channel>("channel") is { } channel ? [channel] : [],
        Follows = form.Text("follows") switch { "yes" => true, "no" => false, _ => null },
        ActiveWithinDays = Number(form, "active_days"), AskedWithinDays = Number(form, "asked_days"), Kind = form.Choice<CitizenKind>("kind"),
        AskedProcedures = Lines(form, "asked"), Tags = Lines(form, "tags"), WithoutTags = Lines(form, "without_tags"), OptedInTo = Lines(form, "opted_in"),
        AskedFields = Lines(form, "asked_fields") is { Length: > 0 } fields ? fields : null, FollowedProcedures = Lines(form, "followed") is { Length: > 0 } followed ? followed : null,
        Units = [.. form["units"].Select(id => Guid.TryParse(id, out var unit) ? unit : Guid.Empty).Where(unit => unit != Guid.Empty).Distinct()],
        Languages = form.Text("language") is { Length: > 0 } language && Languages.IsKnown(language) ? [language] : [],
    };

    private static string[] Lines(IFormCollection form, string name) => [.. CampaignForm.Lines(form, name).Distinct()];

    private static int? Number(IFormCollection form, string name) => int.TryParse(form.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
