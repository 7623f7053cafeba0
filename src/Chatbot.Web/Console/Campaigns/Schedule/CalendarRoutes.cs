using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.FirstPage;
using Chatbot.Web.Console.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Schedule;

/// <summary>The calendar of campaigns, and another time for one of them.</summary>
internal static class CalendarRoutes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(62);

    public static void MapCalendar(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/calendar", ShowAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapGet("/calendar/events", EventsAsync).RequireRight(CampaignRoutes.Readers);
        campaigns.MapGet("/{id:guid}/move", ShowMoveAsync).RequireRight(Right.Editor);
        campaigns.MapPost("/{id:guid}/move", MoveAsync).RequireRight(Right.Editor);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, TimeProvider clock, CancellationToken ct)
    {
        var span = CalendarSpan.Of(http.Request, clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = await CalendarReader.ReadAsync(db, await console.ScopeAsync(ct), CalendarSpan.Begin(span.First), CalendarSpan.Begin(span.End), ct);
        // The calendar's script brings its own style with a font in it; it may do so in this page, by this word, and nowhere else.
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Response.Headers.ContentSecurityPolicy = http.Response.Headers.ContentSecurityPolicy.ToString()
            .Replace("style-src 'self'", $"style-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal).Replace("font-src 'self'", "font-src 'self' data:", StringComparison.Ordinal);
        return Pages.Show<CalendarPage>(new { Span = span, Entries = entries, Nonce = nonce });
    }

    private static async Task<Results<JsonHttpResult<IEnumerable<CalendarEvent>>, BadRequest>> EventsAsync(string start, string end, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, CancellationToken ct)
    {
        if (!TryTime(start, out var from) || !TryTime(end, out var to) || to <= from || to - from > Longest) return TypedResults.BadRequest();
        await using var db = await databases.CreateDbContextAsync(ct);
        var mayMove = console.Visitor.May(Right.Editor);
        var events = (await CalendarReader.ReadAsync(db, await console.ScopeAsync(ct), from, to, ct)).Select(entry => new CalendarEvent(
            entry.Id.ToString(), $"{entry.Name} ({CampaignWords.Of(entry.Status)})", entry.At.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            $"/console/campaigns/{entry.Id}", entry.CanMove && mayMove, "campaign-" + entry.Status.ToString().ToLowerInvariant()));
        return TypedResults.Json(events, CalendarJson.Default.IEnumerableCalendarEvent);
    }

    private static async Task<IResult> ShowMoveAsync(Guid id, HttpRequest request, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, SendingHours hours, TimeProvider clock, CancellationToken ct) =>
        await MovePageAsync(id, CampaignForm.Time(request.Query["to"].ToString()), notice: null, console, databases, hours, clock, ct);

    private static async Task<IResult> MoveAsync(
        Guid id, IFormCollection form, ConsoleContext console, WriteCampaign write, WaitingNews news, IDbContextFactory<ChatbotDb> databases, SendingHours hours, TimeProvider clock, CancellationToken ct)
    {
        if (CampaignForm.Time(form.Text("starts_at")) is not { } to) return await MovePageAsync(id, null, ScheduleTexts.MoveNoTime, console, databases, hours, clock, ct);
        var act = await write.MoveAsync(CampaignForm.Seen(id, form), to, await console.CampaignActorAsync(ct), ct);
        if (act.Outcome != CampaignOutcome.Done) return await MovePageAsync(id, to, ScheduleTexts.MoveRefused, console, databases, hours, clock, ct);
        await news.ChangedAsync(ct);
        return Pages.Go($"/console/campaigns/{id}?done=saved");
    }

    private static async Task<IResult> MovePageAsync(
        Guid id, DateTimeOffset? to, string? notice, ConsoleContext console, IDbContextFactory<ChatbotDb> databases, SendingHours hours, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return TypedResults.NotFound();
        if (notice is null && !CalendarReader.CanMove(campaign)) notice = ScheduleTexts.MoveRefused;
        return Pages.Show<MovePage>(
            new { Campaign = campaign, To = to ?? campaign.StartsAt, ClosedUntil = to is { } at ? hours.ClosedUntil(at) : null, IsPast = to < clock.GetUtcNow(), Notice = notice },
            notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>With its offset, or local.</summary>
    private static bool TryTime(string text, out DateTimeOffset time)
    {
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)) return true;
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        time = new DateTimeOffset(local, TimeSpan.FromHours(7));
        return true;
    }
}

/// <summary>As the calendar's script reads it; local time.</summary>
internal sealed record CalendarEvent(string Id, string Title, string Start, string Url, bool Editable, string ClassName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IEnumerable<CalendarEvent>))]
internal sealed partial class CalendarJson : JsonSerializerContext;
