using Chatbot.Catalogue;
using Chatbot.Hotline;
using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Deadlines;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Reports;

/// <summary>Times from the opening of a case to its first answer.</summary>
/// <param name="Cases">That were opened.</param>
/// <param name="Answered">Of these.</param>
/// <param name="InTime">Answered before the deadline that ran at the end.</param>
/// <param name="Median">Half were answered faster; null: none was.</param>
/// <param name="P90">Nine of ten were; null: none was.</param>
public sealed record ResponseTimes(int Cases, int Answered, int InTime, TimeSpan? Median, TimeSpan? P90);

/// <param name="InHours">Opened while the office was open.</param>
/// <param name="ByDay">By the day of the opening; days without cases are left out.</param>
public sealed record ResponseReport(ResponseTimes All, ResponseTimes InHours, ResponseTimes OutOfHours, IReadOnlyList<(DateOnly Day, ResponseTimes Times)> ByDay);

/// <summary>How fast citizens are answered, for those who wrote in and out of office hours.</summary>
public sealed class ReadResponseTimes(IDbContextFactory<ChatbotDb> databases, WorkingCalendar calendar)
{
    public async Task<ResponseReport> ReadAsync(IReadOnlyCollection<Guid> units, Period period, CancellationToken ct)
    {
        var cases = await MeasuredAsync(units, period, ct);
        return new ResponseReport(
            Times(cases), Times(cases.Where(c => c.IsInHours)), Times(cases.Where(c => !c.IsInHours)),
            [.. cases.GroupBy(c => VietnamDay.Of(c.OpenedAt)).OrderBy(day => day.Key).Select(day => (day.Key, Times(day)))]);
    }

    /// <summary>Cases of a period that were opened in, or out of, office hours.</summary>
    public async Task<IReadOnlyList<Guid>> IdsAsync(IReadOnlyCollection<Guid> units, Period period, bool inHours, CancellationToken ct) =>
        [.. (await MeasuredAsync(units, period, ct)).Where(c => c.IsInHours == inHours).Select(c => c.Id)];

    private async Task<List<Measured>> MeasuredAsync(IReadOnlyCollection<Guid> units, Period period, CancellationToken ct)
    {
        var (from, before) = (period.From, period.Before);
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Set<Case>().Where(c => units.Contains(c.HandlerUnitId) && c.OpenedAt >= from && c.OpenedAt < before)
            .Select(c => new { c.Id, c.HandlerUnitId, c.OpenedAt, c.FirstAnsweredAt, c.DueAt }).ToListAsync(ct);
        var isOpen = new Dictionary<Guid, Func<DateTimeOffset, bool>>();
        foreach (var unit in rows.Select(r => r.HandlerUnitId).Distinct()) isOpen[unit] = calendar.OpenAt(await OfficeHours.OfAsync(db, unit, ct) ?? OfficeHours.Standard);
        return [.. rows.Select(r => new Measured(r.Id, r.OpenedAt, r.FirstAnsweredAt, r.DueAt, isOpen[r.HandlerUnitId](r.OpenedAt)))];
    }

    private static ResponseTimes Times(IEnumerable<Measured> cases)
    {
        var (all, inTime, times) = (0, 0, new List<TimeSpan>());
        foreach (var one in cases)
        {
            all++;
            if (one.AnsweredAt is not { } answered) continue;
            times.Add(answered - one.OpenedAt);
            if (one.DueAt is null || answered <= one.DueAt) inTime++;
        }
        times.Sort();
        return new ResponseTimes(all, times.Count, inTime, Share(times, 0.5), Share(times, 0.9));
    }

    /// <summary>The smallest time that this share of all does not exceed.</summary>
    private static TimeSpan? Share(List<TimeSpan> sorted, double share) => sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private sealed record Measured(Guid Id, DateTimeOffset OpenedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? DueAt, bool IsInHours);
}
