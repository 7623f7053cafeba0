using Chatbot.Understanding.Kinds;

namespace Chatbot.Understanding.Training;

/// <summary>A message whose handling is known.</summary>
/// <param name="Importance">How many messages it counts for.</param>
/// <param name="Fold">Part of the cross-validation it belongs to, from 0; messages that were written together share one.</param>
public sealed record KindExample(List<ulong> Features, Handling Kind, double Importance, int Fold);

/// <summary>Multinomial logistic regression with a ridge, by whole gradients (Adam): the same examples give the same weights.</summary>
public sealed class KindTrainer
{
    private const int Rounds = 160;
    private const float Rate = 0.35f;
    private const double Ridge = 1e-5;

    /// <summary>A feature that fewer messages have says nothing about others.</summary>
    private const int Fewest = 2;

    private static readonly int Kinds = KindModel.Kinds.Length;
    private readonly Dictionary<ulong, int> rows = [];
    private readonly List<(int[] Rows, float Share, int Kind, float Importance)> examples = [];
    private readonly float[] weights;

    private KindTrainer(IReadOnlyList<KindExample> from)
    {
        rows[KindFeatures.HashOf(KindModel.Bias)] = 0;
        foreach (var feature in from.SelectMany(e => e.Features.Distinct()).GroupBy(f => f).Where(g => g.Count() >= Fewest).Select(g => g.Key))
        {
            rows.TryAdd(feature, rows.Count);
        }

        var all = from.Sum(e => e.Importance);
        foreach (var example in from)
        {
            examples.Add(([.. example.Features.Where(rows.ContainsKey).Select(f => rows[f])], KindModel.ShareOf(example.Features.Count),
                Array.IndexOf(KindModel.Kinds, example.Kind), (float)(example.Importance / all)));
        }

        weights = new float[rows.Count * Kinds];
    }

    /// <returns>A line a feature for <see cref="KindModel"/>, the bias first.</returns>
    public static IReadOnlyDictionary<ulong, float[]> Train(IReadOnlyList<KindExample> from)
    {
        var trainer = new KindTrainer(from);
        trainer.Learn();
        return trainer.rows.ToDictionary(r => r.Key, r => trainer.weights.AsSpan(r.Value * Kinds, Kinds).ToArray());
    }

    private void Learn()
    {
        var (mean, square, gradient) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            Gradient(gradient);
            var (unbias, unbiasSquare) = (1 - MathF.Pow(0.9f, round), 1 - MathF.Pow(0.99f, round));
            var rate = Rate * (1 - ((round - 1) / (float)Rounds));
            for (var w = 0; w < weights.Length; w++)
            {
                var slope = gradient[w] - (w < Kinds ? 0 : (float)Ridge * weights[w]);
                mean[w] = (0.9f * mean[w]) + (0.1f * slope);
                square[w] = (0.99f * square[w]) + (0.01f * slope * slope);
                weights[w] += rate * mean[w] / unbias / (MathF.Sqrt(square[w] / unbiasSquare) + 1e-9f);
            }
        }
    }

    private void Gradient(float[] gradient)
    {
        Array.Clear(gradient);
        Span<float> sums = stackalloc float[Kinds];
        foreach (var (features, share, kind, importance) in examples)
        {
            Chances(features, share, sums);
            for (var k = 0; k < Kinds; k++)
            {
                sums[k] = importance * ((k == kind ? 1 : 0) - sums[k]);
                gradient[k] += sums[k];
                sums[k] *= share;
            }

            foreach (var row in features)
            {
                for (var k = 0; k < Kinds; k++)
                {
                    gradient[(row * Kinds) + k] += sums[k];
                }
            }
        }
    }

    private void Chances(int[] features, float share, Span<float> sums)
    {
        sums.Clear();
        foreach (var row in features)
        {
            for (var k = 0; k < Kinds; k++)
            {
                sums[k] += weights[(row * Kinds) + k];
            }
        }

        var (most, all) = (float.MinValue, 0f);
        for (var k = 0; k < Kinds; k++)
        {
            sums[k] = (sums[k] * share) + weights[k];
            most = Math.Max(most, sums[k]);
        }

        for (var k = 0; k < Kinds; k++)
        {
            all += sums[k] = MathF.Exp(sums[k] - most);
        }

        for (var k = 0; k < Kinds; k++)
        {
            sums[k] /= all;
        }
    }
}
