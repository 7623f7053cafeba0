using System.Globalization;
using Chatbot.Understanding;

namespace Chatbot.Cli;

/// <summary>The tables of <c>evaluate</c>: shares with 95 % bootstrap intervals, in all, by style or kind, and by field.</summary>
public static class ScoreTable
{
    private const int Resamples = 1_000;
    private const int Seed = 20_250_701;

    public static void Print(IReadOnlyList<Outcome> outcomes, TextWriter to)
    {
        var procedures = outcomes.Where(o => o.IsProcedure).ToList();
        foreach (var k in new[] { 1, 3, 5, 10 })
        {
            Line(to, $"Recall@{k}", procedures, o => Hit(o.FirstRank, k));
        }

        Line(to, "MRR@10", procedures, o => o.FirstRank == 0 ? 0 : 1.0 / o.FirstRank);
        Line(to, "All needs @3", [.. procedures.Where(o => o.Asked.Groups.Count > 1)], o => Hit(o.AllRank, 3));
        Line(to, "Handling right", [.. outcomes.Where(o => o.Asked.Handling is not null)], o => o.HandlingRight ? 1 : 0);
        Line(to, "Aspect right", [.. procedures.Where(o => o.Asked.Aspects.Count > 0)], o => o.AspectRight ? 1 : 0);
        Line(to, "Answered wrongly", procedures, o => o.Understood.Handling == Handling.Procedure && o.FirstRank != 1 ? 1 : 0);
        Line(to, "Abstained", procedures, o => o.Understood.Candidates.Count == 0 ? 1 : 0);
        Line(to, "Asked back", procedures, o => o.Understood.Handling == Handling.Clarify ? 1 : 0);
        Line(to, "Procedure for a non-procedure", [.. outcomes.Where(o => !o.IsProcedure)], o => o.Understood.Handling == Handling.Procedure ? 1 : 0);
        Line(to, "Cried emergency or complaint", procedures, o => o.Understood.Handling is Handling.Emergency or Handling.Complaint ? 1 : 0);
        Times(to, outcomes);
        Groups(to, "by style or kind", procedures.SelectMany(o => o.Asked.Styles.Select(s => (s, o))));
        Groups(to, "by field", procedures.Select(o => (o.Field, o)));
        Groups(to, "by handling", outcomes.Where(o => o.Asked.Handling is not null).Select(o => (o.Asked.Handling!, o)));
    }

    /// <summary>Mean with the 2.5th and 97.5th percentile of 1,000 resamples drawn from a fixed seed.</summary>
    public static (double Mean, double Low, double High) Interval(IReadOnlyList<double> values)
    {
        var random = new Random(Seed);
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var sum = 0d;
            for (var i = 0; i < values.Count; i++)
            {
                sum += values[random.Next(values.Count)];
            }

            means[r] = sum / values.Count;
        }

        Array.Sort(means);
        return (values.Average(), means[(int)(Resamples * 0.025)], means[(int)(Resamples * 0.975)]);
    }

    private static double Hit(int rank, int k) => rank > 0 && rank <= k ? 1 : 0;

    private static void Line(TextWriter to, string name, IReadOnlyList<Outcome> of, Func<Outcome, double> value)
    {
        if (of.Count > 0)
        {
            var (mean, low, high) = Interval([.. of.Select(value)]);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-30} {mean:0.000}  [{low:0.000}, {high:0.000}]  n={of.Count}"));
        }
    }

    private static void Times(TextWriter to, IReadOnlyList<Outcome> outcomes)
    {
        var sorted = outcomes.Select(o => o.Micros).Order().ToArray();
        if (sorted.Length > 0)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  time: p50 {sorted[sorted.Length / 2]:0} µs, p99 {sorted[(int)(sorted.Length * 0.99)]:0} µs"));
        }
    }

    private static void Groups(TextWriter to, string title, IEnumerable<(string Name, Outcome Outcome)> rows)
    {
        to.WriteLine($"  {title}:");
        foreach (var group in rows.GroupBy(r => r.Name).OrderByDescending(g => g.Count()))
        {
            var outcomes = group.Select(g => g.Outcome).ToList();
            var (recall, low, high) = Interval([.. outcomes.Select(o => Hit(o.FirstRank, 1))]);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {group.Key,-44} n={outcomes.Count,-4} R@1 {recall:0.00} [{low:0.00}, {high:0.00}]  R@3 {outcomes.Average(o => Hit(o.FirstRank, 3)):0.00}  R@5 {outcomes.Average(o => Hit(o.FirstRank, 5)):0.00}  handling {outcomes.Average(o => o.HandlingRight ? 1 : 0):0.00}"));
        }
    }
}
