using System.Runtime.Intrinsics;
using Chatbot.Understanding.Kinds;

namespace Chatbot.Understanding.Training;

/// <summary>A message whose handling is known.</summary>
/// <param name="Importance">How many messages it counts for.</param>
/// <param name="Fold">Part of the cross-validation it belongs to, from 0; messages that were written together share one.</param>
public sealed record KindExample(List<ulong> Features, Handling Kind, double Importance, int Fold)
{
    /// <summary>Number of the message; its other spellings have the same.</summary>
    public int Message { get; init; }
}

/// <summary>Multinomial logistic regression with a ridge, by whole gradients (Adam): the same examples give the same weights.</summary>
public sealed class KindTrainer
{
    private const int Rounds = 160;
    private const float Rate = 0.35f;
    private const float Ridge = 2e-6f;

    /// <summary>A feature that fewer messages have says nothing about others.</summary>
    private const int Fewest = 2;

    private static readonly int Kinds = KindModel.Kinds.Length;

    /// <summary>Kinds filled up to what is counted at once.</summary>
    private static readonly int Columns = Vector256<float>.Count;
    private readonly Dictionary<ulong, int> rows = [];
    private readonly List<(int[] Rows, float Share, int Kind, float Importance)> examples = [];
    private readonly float[] weights;

    private KindTrainer(IReadOnlyList<KindExample> from)
    {
        rows[KindFeatures.HashOf(KindModel.Bias)] = 0;
        foreach (var feature in from.GroupBy(e => e.Message).SelectMany(m => m.SelectMany(e => e.Features).Distinct()).GroupBy(f => f).Where(g => g.Count() >= Fewest).Select(g => g.Key))
        {
            rows.TryAdd(feature, rows.Count);
        }

        var all = from.Sum(e => e.Importance);
        foreach (var example in from)
        {
            examples.Add(([.. example.Features.Where(rows.ContainsKey).Select(f => rows[f])], KindModel.ShareOf(example.Features.Count),
                Array.IndexOf(KindModel.Kinds, example.Kind), (float)(example.Importance / all)));
        }

        weights = new float[rows.Count * Columns];
    }

    /// <returns>A line a feature for <see cref="KindModel"/>, the bias first.</returns>
    public static IReadOnlyDictionary<ulong, float[]> Train(IReadOnlyList<KindExample> from)
    {
        var trainer = new KindTrainer(from);
        trainer.Learn();
        return trainer.rows.ToDictionary(r => r.Key, r => trainer.weights.AsSpan(r.Value * Columns, Kinds).ToArray());
    }

    private void Learn()
    {
        var (mean, square, gradient) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var (features, share, kind, importance) in examples)
            {
                Pull(features, share, kind, importance, gradient);
            }

            var (unbias, unbiasSquare) = (1 - MathF.Pow(0.9f, round), 1 - MathF.Pow(0.99f, round));
            var rate = Rate * (1 - ((round - 1) / (float)Rounds)) / unbias;
            for (var w = 0; w < weights.Length; w += Columns)
            {
                Step(w, rate, unbiasSquare, gradient, mean, square);
            }
        }
    }

    private void Step(int at, float rate, float unbiasSquare, float[] gradient, float[] mean, float[] square)
    {
        var now = Vector256.LoadUnsafe(ref weights[at]);
        var slope = Vector256.LoadUnsafe(ref gradient[at]) - (at == 0 ? Vector256<float>.Zero : Ridge * now);
        var m = (0.9f * Vector256.LoadUnsafe(ref mean[at])) + (0.1f * slope);
        var s = (0.99f * Vector256.LoadUnsafe(ref square[at])) + (0.01f * slope * slope);
        m.StoreUnsafe(ref mean[at]);
        s.StoreUnsafe(ref square[at]);
        (now + (rate * m / (Vector256.Sqrt(s / unbiasSquare) + Vector256.Create(1e-9f)))).StoreUnsafe(ref weights[at]);
    }

    /// <summary>Adds what one example asks of the weights.</summary>
    private void Pull(int[] features, float share, int kind, float importance, float[] gradient)
    {
        var sums = Vector256<float>.Zero;
        foreach (var row in features)
        {
            sums += Vector256.LoadUnsafe(ref weights[row * Columns]);
        }

        var missed = importance * (Vector256<float>.Zero.WithElement(kind, 1) - Chances((share * sums) + Vector256.LoadUnsafe(ref weights[0])));
        (Vector256.LoadUnsafe(ref gradient[0]) + missed).StoreUnsafe(ref gradient[0]);
        missed *= share;
        foreach (var row in features)
        {
            (Vector256.LoadUnsafe(ref gradient[row * Columns]) + missed).StoreUnsafe(ref gradient[row * Columns]);
        }
    }

    private static Vector256<float> Chances(Vector256<float> sums)
    {
        Span<float> chances = stackalloc float[Columns];
        sums.CopyTo(chances);
        var (most, all) = (float.MinValue, 0f);
        for (var k = 0; k < Kinds; k++)
        {
            most = Math.Max(most, chances[k]);
        }

        for (var k = 0; k < Columns; k++)
        {
            all += chances[k] = k < Kinds ? MathF.Exp(chances[k] - most) : 0;
        }

        return Vector256.Create<float>(chances) / all;
    }
}
