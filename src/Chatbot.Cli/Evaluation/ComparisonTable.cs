using System.Globalization;

namespace Chatbot.Cli.Evaluation;

/// <summary>The table of <c>evaluate --against</c>: each figure in both configurations, their difference with its interval, and how often the second one wins.</summary>
public static class ComparisonTable
{
    public static void Print(Evaluated evaluated, TextWriter to)
    {
        if (evaluated.Against is not { } against) return;
        to.WriteLine($"  compared (this configuration minus the other; paired bootstrap over {evaluated.Outcomes.Count} questions):");
        foreach (var measure in Measure.All) Line(measure, measure.Key, against, evaluated.Outcomes, to);
        foreach (var style in evaluated.ByStyle.Where(g => g.Count() >= 10))
        {
            var ids = style.Select(o => o.Asked).ToHashSet();
            Line(Measure.First, $"first, {style.Key}", [.. against.Where(o => ids.Contains(o.Asked))], [.. evaluated.Outcomes.Where(o => ids.Contains(o.Asked))], to);
        }
    }

    private static void Line(Measure measure, string name, IReadOnlyList<Outcome> against, IReadOnlyList<Outcome> outcomes, TextWriter to)
    {
        if (measure.Between(against, outcomes) is not { } difference || measure.In(against) is not { } other || measure.In(outcomes) is not { } own) return;
        var better = measure.MoreIsBetter ? difference.ShareBetter : 1 - difference.ShareBetter;
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"    {name,-26} {own.Mean:0.000} against {other.Mean:0.000}  difference {difference.Mean:+0.000;-0.000;0.000} [{difference.Low:+0.000;-0.000;0.000}, {difference.High:+0.000;-0.000;0.000}]  better in {better:0.0%} of resamples{(difference.IsClear ? "" : "  (not clear)")}"));
    }
}
