using System.Globalization;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Training;

namespace Chatbot.Cli;

/// <summary>Where answering ends and asking back begins, read off the trained confidence.</summary>
public static class Thresholds
{
    /// <summary>Share of answerable questions that may be asked back at most.</summary>
    private const double MostAskedBack = 0.12;

    /// <summary>Below this share of it a message is left alone: some 1 % of right answers, and half of what asks for no procedure.</summary>
    private const double ShareOfClarify = 0.34;

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
        var others = answers.Where(a => a.Other).Select(a => Of(weights, a)).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"messages that ask for no procedure: median confidence {Quantile(others, 0.5):0.00}, 90 % below {Quantile(others, 0.9):0.00}, 98 % below {Quantile(others, 0.98):0.00}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"questions answered rightly: 2 % below {Quantile(right, 0.02):0.00}, 5 % below {Quantile(right, 0.05):0.00}, 12 % below {Quantile(right, 0.12):0.00}"));
        return weights with { Clarify = Math.Round(clarify, 3), Abstain = Math.Round(clarify * ShareOfClarify, 3) };
    }

    /// <summary>Share of questions about a procedure that may be taken for something else at most.</summary>
    private const double MostMistaken = 0.014;

    /// <summary>Share of questions about a procedure that may be asked back at most for sounding like something else.</summary>
    private const double MostDoubted = 0.04;

    /// <summary>From which chance on a message is taken for no question about a procedure.</summary>
    public static Weights SetOther(Weights weights, List<JudgedAnswer> answers)
    {
        var chances = answers.Select(a => (Chance: Of(weights.Other, a), Other: a.Right)).ToList();
        var from = Quantile([.. chances.Where(c => !c.Other).Select(c => c.Chance).Order()], 1 - MostMistaken);
        var seen = chances.Where(c => c.Other).Average(c => c.Chance >= from ? 1.0 : 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"no question about a procedure: from chance {from:0.00}; {seen:0.000} of the examples seen, {MostMistaken:0.000} of the questions mistaken"));
        var doubt = Quantile([.. chances.Where(c => !c.Other).Select(c => c.Chance).Order()], 1 - MostDoubted);
        var doubted = chances.Where(c => c.Other).Average(c => c.Chance >= doubt ? 1.0 : 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"asked back from chance {doubt:0.00}: {doubted:0.000} of the examples, {MostDoubted:0.000} of the questions"));
        return weights with { OtherFrom = Math.Round(from, 3), OtherDoubt = Math.Round(doubt, 3) };
    }

    /// <summary>Share of questions about a procedure, those that were written to mislead among them, that may be taken for danger or complaint at most.</summary>
    private const double MostCried = 0.006;

    /// <summary>Share of other messages that may be taken for danger or complaint at most.</summary>
    private const double MostCriedOfOthers = 0.03;

    /// <summary>From which chance on a message is handled as an emergency or a complaint.</summary>
    public static Weights SetAlarm(Weights weights, List<JudgedAnswer> answers)
    {
        var chances = answers.Select(a => (Chance: Of(weights.Alarm, a), Alarm: a.Right, a.Other)).ToList();
        var questions = Quantile([.. chances.Where(c => !c.Other).Select(c => c.Chance).Order()], 1 - MostCried);
        var others = Quantile([.. chances.Where(c => c.Other && !c.Alarm).Select(c => c.Chance).Order()], 1 - MostCriedOfOthers);
        var from = Math.Max(questions, others);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"danger or complaint: from chance {from:0.00} (questions ask for {questions:0.00}, other messages for {others:0.00}); {chances.Where(c => c.Alarm).Average(c => c.Chance >= from ? 1.0 : 0):0.000} of the examples seen"));
        return weights with { AlarmFrom = Math.Round(from, 3) };
    }

    private static double Quantile(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)];

    private static double Of(Weights weights, JudgedAnswer answer) => Of(weights.Confidence, answer);

    private static double Of(IReadOnlyDictionary<string, double> weights, JudgedAnswer answer) =>
        1 / (1 + Math.Exp(-answer.Signals.Sum(s => s.Value * weights.GetValueOrDefault(s.Key))));
}
