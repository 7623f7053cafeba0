namespace Chatbot.Understanding.Training;

/// <summary>An answer by its signals, and whether its first candidate was right.</summary>
public sealed record JudgedAnswer(Dictionary<string, double> Signals, bool Right, double Importance)
{
    /// <summary>Asked for no procedure at all.</summary>
    public bool Other { get; init; }
}

/// <summary>Learns how sure an answer may be (logistic regression with a small ridge), so that confidence 0.8 is right four times in five.</summary>
public static class ConfidenceTrainer
{
    private const int Rounds = 1_000;
    private const double Rate = 0.5;
    private const double Ridge = 0.0005;

    public static Dictionary<string, double> Train(IReadOnlyList<JudgedAnswer> answers)
    {
        var names = answers.SelectMany(a => a.Signals.Keys).Distinct().ToArray();
        var rows = answers.Select(a => names.Select(n => a.Signals.GetValueOrDefault(n)).ToArray()).ToArray();
        var weights = new double[names.Length];
        var all = answers.Sum(a => a.Importance);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[names.Length];
            for (var r = 0; r < rows.Length; r++)
            {
                var missed = ((answers[r].Right ? 1 : 0) - Chance(rows[r], weights)) * answers[r].Importance / all;
                for (var f = 0; f < weights.Length; f++)
                {
                    gradient[f] += missed * rows[r][f];
                }
            }

            for (var f = 0; f < weights.Length; f++)
            {
                weights[f] += Rate * (gradient[f] - (names[f] == "bias" ? 0 : Ridge * weights[f]));
            }
        }

        return names.Zip(weights).ToDictionary(x => x.First, x => Math.Round(x.Second, 4));
    }

    private static double Chance(double[] row, double[] weights)
    {
        var sum = 0d;
        for (var f = 0; f < row.Length; f++)
        {
            sum += row[f] * weights[f];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
