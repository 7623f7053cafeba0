using Chatbot.Conversations;
using Chatbot.Persistence;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Reports;

/// <summary>What became of a question. Understood: answered from procedure or FAQ. HandedOver: a person answers. Declined: off-topic. Greetings count nowhere.</summary>
public enum BotOutcome { Understood, Clarified, HandedOver, Declined }

public static class BotOutcomes
{
    public static IReadOnlyList<Handling> Of(BotOutcome outcome) => outcome switch
    {
        BotOutcome.Understood => [Handling.Procedure, Handling.Faq],
        BotOutcome.Clarified => [Handling.Clarify],
        BotOutcome.HandedOver => [Handling.Escalate, Handling.Complaint, Handling.Emergency],
        _ => [Handling.OutOfScope],
    };

    /// <returns>Null: no question, such as a greeting.</returns>
    public static BotOutcome? Of(Handling handling) => Enum.GetValues<BotOutcome>().Cast<BotOutcome?>().FirstOrDefault(outcome => Of(outcome!.Value).Contains(handling));
}

/// <param name="ByDay">Every day of the period.</param>
/// <param name="Good">Citizens' judgements on single messages.</param>
/// <param name="Wrong">As <paramref name="Good"/>: said to be wrong or of no help.</param>
public sealed record BotQuality(IReadOnlyList<(DateOnly Day, IReadOnlyDictionary<BotOutcome, int> Counts)> ByDay, int Good, int Wrong)
{
    public int Count(BotOutcome outcome) => ByDay.Sum(day => day.Counts.GetValueOrDefault(outcome));

    public int All => Enum.GetValues<BotOutcome>().Sum(Count);
}

/// <summary>How the bot did, by its own records and by citizens' judgements.</summary>
public sealed class ReadBotQuality(IDbContextFactory<ChatbotDb> databases)
{
    public async Task<BotQuality> ReadAsync(IReadOnlyCollection<Guid> units, Period period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await DayCounts.ReadAsync(db, "answer_record", "answered_at", "handling", units, period, ct);
        var (from, before) = (period.From, period.Before);
        var ratings = await db.Set<Rating>().Where(r => units.Contains(r.UnitId) && r.RatedAt >= from && r.RatedAt < before)
            .GroupBy(r => r.Good).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var byDay = counts.ToLookup(count => count.Day);
        return new BotQuality([.. period.Each.Select(day => (day, Outcomes(byDay[day])))], ratings.GetValueOrDefault(true), ratings.GetValueOrDefault(false));
    }

    private static IReadOnlyDictionary<BotOutcome, int> Outcomes(IEnumerable<DayCount> counts) => counts
        .Select(count => (Outcome: Enum.TryParse<Handling>(count.Name, out var handling) ? BotOutcomes.Of(handling) : null, count.Count))
        .Where(one => one.Outcome is not null).GroupBy(one => one.Outcome!.Value).ToDictionary(same => same.Key, same => same.Sum(one => one.Count));
}
