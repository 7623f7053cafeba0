using Chatbot.Catalogue;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Hotline.Deadlines;

/// <summary>Which hours count for a unit: those of its own hotline office, else of the next unit above it that has one.</summary>
public sealed class OfficeHours
{
    private static readonly IReadOnlyList<DayOfWeek> Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Where an office publishes none but the law counts days: Monday to Friday 7:30 to 11:30 and 13:30 to 17:00.</summary>
    public static Office Standard { get; } = new("standard", "")
    {
        Hours = [new(Weekdays, new(7, 30), new(11, 30)), new(Weekdays, new(13, 30), new(17, 0))],
    };

    /// <returns>Null: neither the unit nor one above it has an office with hours in the catalogue.</returns>
    public static async Task<Office?> OfAsync(ChatbotDb db, Guid unitId, CancellationToken ct)
    {
        Guid? at = unitId;
        for (var steps = 0; at is { } unit && steps < 10; steps++)
        {
            var stored = await db.Set<OfficeRecord>().Where(o => o.UnitId == unit).Select(o => o.Content).ToListAsync(ct);
            var offices = stored.Select(CatalogueText.Office).Where(o => o.Hours.Count > 0).ToList();
            if (offices.Count > 0) return offices.Find(o => o.IsHotline) ?? offices[0];
            at = await db.Set<Unit>().Where(u => u.Id == unit).Select(u => u.ParentId).FirstOrDefaultAsync(ct);
        }
        return null;
    }
}
