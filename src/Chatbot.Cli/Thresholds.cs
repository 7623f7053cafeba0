using System.Globalization;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>Where answering ends and asking back begins, read off the trained confidence.</summary>
public static class Thresholds
{
    /// <summary>Share of answerable questions that may be asked back at most.</summary>
    private const double MostAskedBack = 0.12;

    public static Weights Set(Weights weights, List<JudgedAnswer> answers)
    {
        var sure = answers.Select(a => (Confidence: Of(weights, a), a.Right)).OrderBy(a => a.Confidence).ToList();
        for (var bin = 0.0; bin < 0.99; bin += 0.1)
        {
            var inside = sure.Where(a => a.Confidence >= bin && a.Confidence < bin + 0.1).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"confidence {bin:0.0}-{bin + 0.1:0.0}: n={inside.Count,-5} right {(inside.Count == 0 ? 0 : inside.Average(a => a.Right ? 1.0 : 0)):0.00}"));
        }

        var right = sure.Where(a => a.Right).Select(a => a.Confidence).ToList();
        var clarify = Math.Min(0.5, right.Count == 0 ? 0.5 : right[(int)(right.Count * MostAskedBack)]);
        return weights with { Clarify = Math.Round(clarify, 3), Abstain = Math.Round(clarify * 0.4, 3) };
    }

    private static double Of(Weights weights, JudgedAnswer answer) =>
        1 / (1 + Math.Exp(-answer.Signals.Sum(s => s.Value * weights.Confidence.GetValueOrDefault(s.Key))));
}
