using System.Globalization;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>Dev questions ranked by weights that never saw them, by style and by field with 95 % intervals: the table that <c>train</c> prints after its folds.</summary>
internal static class FoldTable
{
    public static void Print(IReadOnlyList<(TrainingQuestion Question, int Rank)> ranked, TextWriter to)
    {
        Groups(to, "by style or kind", ranked.SelectMany(q => q.Question.Styles.Select(style => (style, q.Rank))));
        Groups(to, "by field", ranked.Select(q => (q.Question.Field, q.Rank)));
    }

    private static void Groups(TextWriter to, string title, IEnumerable<(string Name, int Rank)> rows)
    {
        to.WriteLine($"  {title}:");
        foreach (var group in rows.GroupBy(r => r.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var ranks = group.Select(g => g.Rank).ToList();
            to.WriteLine($"    {group.Key,-60} n={ranks.Count,-4} R@1 {Within(ranks, 1)}  R@3 {Within(ranks, 3)}");
        }
    }

    private static string Within(List<int> ranks, int k)
    {
        var (mean, low, high) = ScoreTable.Interval(ranks.ConvertAll(rank => rank > 0 && rank <= k ? 1.0 : 0));
        return string.Create(CultureInfo.InvariantCulture, $"{mean:0.00} [{low:0.00}, {high:0.00}]");
    }
}
