using Chatbot.Campaigns;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns.Schedule;

/// <summary>A campaign in the calendar, or a time at which one will return.</summary>
/// <param name="At">When it goes out, or went.</param>
/// <param name="IsPlanned">A time of a series that has not made its campaign yet.</param>
/// <param name="CanMove">Its time may still be changed by editors.</param>
public sealed record CalendarEntry(Guid Id, string Name, string Unit, CampaignStatus Status, DateTimeOffset At, bool IsPlanned, bool CanMove);

/// <summary>What goes out between two moments.</summary>
internal static class CalendarReader
{
    private const int Most = 1_000;

    public static async Task<IReadOnlyList<CalendarEntry>> ReadAsync(ChatbotDb db, UnitScope scope, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var rows = from campaign in db.Set<Campaign>().Within(scope)
                   join unit in db.Set<Unit>() on campaign.UnitId equals unit.Id
                   select new { Campaign = campaign, Unit = unit.Name };
        var single = await rows.Where(r => (r.Campaign.StartedAt ?? r.Campaign.StartsAt) >= from && (r.Campaign.StartedAt ?? r.Campaign.StartsAt) < to).OrderBy(r => r.Campaign.StartsAt).Take(Most).ToListAsync(ct);
        var series = await rows.Where(r => r.Campaign.Status == CampaignStatus.Repeating && r.Campaign.NextAt < to).Take(Most).ToListAsync(ct);
        var entries = single.Where(r => r.Campaign.NextAt is null && r.Campaign is not { Status: CampaignStatus.Cancelled, SeriesId: null }).Select(r => new CalendarEntry(
            r.Campaign.Id, r.Campaign.Name, r.Unit, r.Campaign.Status, (r.Campaign.StartedAt ?? r.Campaign.StartsAt)!.Value, IsPlanned: false, CanMove(r.Campaign)));
        var planned = series.SelectMany(r => r.Campaign.Read().Times((r.Campaign.NextAt > from ? r.Campaign.NextAt.Value : from).AddTicks(-1)).TakeWhile(at => at < to).Take(100)
            .Select(at => new CalendarEntry(r.Campaign.Id, r.Campaign.Name, r.Unit, r.Campaign.Status, at, IsPlanned: true, CanMove: false)));
        return [.. entries.Concat(planned).OrderBy(entry => entry.At).ThenBy(entry => entry.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>One time only; the times of a series are changed where it is written.</summary>
    public static bool CanMove(Campaign campaign) => campaign.IsOpenToEditors && campaign.Read() is { Repeats: null, Sequence: null } && campaign.SeriesId is null;
}
