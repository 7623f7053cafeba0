namespace Chatbot.Understanding.Training;

/// <summary>One question with its candidates: their features, and which of them are right.</summary>
/// <param name="Importance">How many questions it counts for.</param>
public sealed record RankedQuestion(IReadOnlyList<float[]> Features, IReadOnlyList<bool> Right, double Importance);

/// <summary>
/// Learns one weight a feature so that right candidates get the larger share of the softmax (listwise logistic regression).
/// Weights are held near those they start from, so that features few questions touch keep what a person set.
/// </summary>
public static class RankingTrainer
{
    private const int Rounds = 250;
    private const double Rate = 0.08;

    /// <param name="hold">Strength with which weights are held to the start, per question.</param>
    public static double[] Train(IReadOnlyList<RankedQuestion> questions, double[] start, double hold)
    {
        var weights = start.ToArray();
        var (mean, square) = (new double[start.Length], new double[start.Length]);
        var all = Math.Max(1, questions.Sum(q => q.Importance));
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = Gradient(questions, weights, all);
            for (var f = 0; f < weights.Length; f++)
            {
                var slope = gradient[f] - (hold * (weights[f] - start[f]));
                mean[f] = (0.9 * mean[f]) + (0.1 * slope);
                square[f] = (0.999 * square[f]) + (0.001 * slope * slope);
                weights[f] += Rate * mean[f] / (1 - Math.Pow(0.9, round)) / (Math.Sqrt(square[f] / (1 - Math.Pow(0.999, round))) + 1e-9);
            }
        }

        return weights;
    }

    private static double[] Gradient(IReadOnlyList<RankedQuestion> questions, double[] weights, double all)
    {
        var gradient = new double[weights.Length];
        foreach (var question in questions)
        {
            var shares = Shares(question, weights);
            var right = 0d;
            for (var c = 0; c < shares.Length; c++)
            {
                right += question.Right[c] ? shares[c] : 0;
            }

            for (var c = 0; right > 0 && c < shares.Length; c++)
            {
                Pull(gradient, question.Features[c], ((question.Right[c] ? shares[c] / right : 0) - shares[c]) * question.Importance / all);
            }
        }

        return gradient;
    }

    private static void Pull(double[] gradient, float[] features, double pull)
    {
        for (var f = 0; f < gradient.Length; f++)
        {
            gradient[f] += pull * features[f];
        }
    }

    private static double[] Shares(RankedQuestion question, double[] weights)
    {
        var shares = new double[question.Features.Count];
        for (var c = 0; c < shares.Length; c++)
        {
            var features = question.Features[c];
            for (var f = 0; f < weights.Length; f++)
            {
                shares[c] += features[f] * weights[f];
            }
        }

        var (top, sum) = (shares.Max(), 1e-12);
        for (var c = 0; c < shares.Length; c++)
        {
            sum += shares[c] = Math.Exp(shares[c] - top);
        }

        for (var c = 0; c < shares.Length; c++)
        {
            shares[c] = Math.Max(1e-9, shares[c] / sum);
        }

        return shares;
    }
}
