using Chatbot.Catalogue;
using Chatbot.Hotline.Cases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Reports;

/// <summary>What lies with one office now.</summary>
/// <param name="Unassigned">Nobody has it.</param>
/// <param name="Unanswered">The deadline runs, those that wait for the citizen included.</param>
/// <param name="WaitingForCitizen">The citizen was asked something.</param>
/// <param name="Late">Past the deadline and not answered.</param>
public sealed record UnitLoad(Guid UnitId, string Unit, int Unassigned, int Unanswered, int WaitingForCitizen, int Late);

/// <param name="Opened">Since midnight in Viet Nam.</param>
/// <param name="Answered">First answers since midnight.</param>
/// <param name="Closed">Since midnight.</param>
public sealed record Today(IReadOnlyList<UnitLoad> Units, int Opened, int Answered, int Closed)
{
    public int Unassigned => Units.Sum(u => u.Unassigned);

    public int Unanswered => Units.Sum(u => u.Unanswered);

    public int WaitingForCitizen => Units.Sum(u => u.WaitingForCitizen);

    public int Late => Units.Sum(u => u.Late);
}

/// <summary>What waits and what is late, by office. A case is with the office that deals with it now.</summary>
public sealed class ReadToday(IDbContextFactory<ChatbotDb> databases, TimeProvider clock)
{
    public static readonly IReadOnlyList<CaseState> Unanswered =
        [CaseState.New, CaseState.Assigned, CaseState.InProgress, CaseState.WaitingForCitizen, CaseState.Forwarded, CaseState.Reopened];

    /// <param name="units">Offices that are counted.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Today> ReadAsync(IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = VietnamDay.Of(now);
        var midnight = new Period(today, today).From;
        await using var db = await databases.CreateDbContextAsync(ct);
        var cases = db.Set<Case>().Where(c => units.Contains(c.HandlerUnitId));
        var loads = await (
            from load in cases.Where(c => Unanswered.Contains(c.State)).GroupBy(c => c.HandlerUnitId).Select(g => new
            {
                g.Key,
                Unassigned = g.Count(c => c.AssigneeId == null),
                All = g.Count(),
                Waiting = g.Count(c => c.State == CaseState.WaitingForCitizen),
                Late = g.Count(c => c.DueAt < now),
            })
            join unit in db.Set<Unit>() on load.Key equals unit.Id
            orderby load.Late descending, unit.Name
            select new UnitLoad(unit.Id, unit.Name, load.Unassigned, load.All, load.Waiting, load.Late)).ToListAsync(ct);
        return new Today(loads, await cases.CountAsync(c => c.OpenedAt >= midnight, ct), await cases.CountAsync(c => c.FirstAnsweredAt >= midnight, ct), await cases.CountAsync(c => c.ClosedAt >= midnight, ct));
    }
}
