using System.Runtime.Intrinsics;
using Chatbot.Understanding.Learnt;

namespace Chatbot.Understanding.Training;

/// <summary>A message whose class is known.</summary>
/// <param name="Class">Number of its column.</param>
/// <param name="Importance">How many messages it counts for.</param>
/// <param name="Fold">Part of the cross-validation it belongs to, from 0; messages that were written together share one.</param>
public sealed record LabelledMessage(List<ulong> Features, int Class, double Importance, int Fold)
{
    /// <summary>Number of the message; its other spellings have the same.</summary>
    public int Message { get; init; }
}

/// <param name="Classes">How many are told apart.</param>
/// <param name="Ridge">Pull of every weight towards zero.</param>
public readonly record struct SoftmaxShape(int Classes, float Ridge);

/// <summary>Multinomial logistic regression with a ridge, by whole gradients (Adam): the same examples give the same weights.</summary>
public sealed class SoftmaxTrainer
{
    private const int Rounds = 160;
    private const float Rate = 0.35f;

    /// <summary>A feature that fewer messages have says nothing about others.</summary>
    private const int Fewest = 2;

    private readonly SoftmaxShape shape;

    /// <summary>Classes filled up to what is counted at once.</summary>
    private readonly int columns;
    private readonly Dictionary<ulong, int> rows = [];
    private readonly List<(int[] Rows, float Share, int Class, float Importance)> examples = [];
    private readonly float[] weights;

    private SoftmaxTrainer(IReadOnlyList<LabelledMessage> from, SoftmaxShape shape)
    {
        (this.shape, columns) = (shape, SoftmaxModel.ColumnsOf(shape.Classes));
        rows[FeatureList.HashOf(SoftmaxModel.Bias)] = 0;
        foreach (var feature in from.GroupBy(e => e.Message).SelectMany(m => m.SelectMany(e => e.Features).Distinct()).GroupBy(f => f).Where(g => g.Count() >= Fewest).Select(g => g.Key))
        {
            rows.TryAdd(feature, rows.Count);
        }

        var all = from.Sum(e => e.Importance);
        foreach (var example in from)
        {
            examples.Add(([.. example.Features.Where(rows.ContainsKey).Select(f => rows[f])], SoftmaxModel.ShareOf(example.Features.Count),
                example.Class, (float)(example.Importance / all)));
        }

        weights = new float[rows.Count * columns];
    }

    /// <returns>A line a feature for <see cref="SoftmaxModel"/>, the bias first.</returns>
    public static IReadOnlyDictionary<ulong, float[]> Train(IReadOnlyList<LabelledMessage> from, SoftmaxShape shape)
    {
        var trainer = new SoftmaxTrainer(from, shape);
        trainer.Learn();
        return trainer.rows.ToDictionary(r => r.Key, r => trainer.weights.AsSpan(r.Value * trainer.columns, shape.Classes).ToArray());
    }

    private void Learn()
    {
        var (mean, square, gradient) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var (features, share, label, importance) in examples)
            {
                Pull(features, share, label, importance, gradient);
            }

            var (unbias, unbiasSquare) = (1 - MathF.Pow(0.9f, round), 1 - MathF.Pow(0.99f, round));
            var rate = Rate * (1 - ((round - 1) / (float)Rounds)) / unbias;
            for (var w = 0; w < weights.Length; w += Vector256<float>.Count)
            {
                Step(w, rate, unbiasSquare, gradient, mean, square);
            }
        }
    }

    private void Step(int at, float rate, float unbiasSquare, float[] gradient, float[] mean, float[] square)
    {
        var now = Vector256.LoadUnsafe(ref weights[at]);
        var slope = Vector256.LoadUnsafe(ref gradient[at]) - (at < columns ? Vector256<float>.Zero : shape.Ridge * now);
        var m = (0.9f * Vector256.LoadUnsafe(ref mean[at])) + (0.1f * slope);
        var s = (0.99f * Vector256.LoadUnsafe(ref square[at])) + (0.01f * slope * slope);
        m.StoreUnsafe(ref mean[at]);
        s.StoreUnsafe(ref square[at]);
        (now + (rate * m / (Vector256.Sqrt(s / unbiasSquare) + Vector256.Create(1e-9f)))).StoreUnsafe(ref weights[at]);
    }

    /// <summary>Adds what one example asks of the weights.</summary>
    private void Pull(int[] features, float share, int label, float importance, float[] gradient)
    {
        Span<float> missed = stackalloc float[columns];
        missed.Clear();
        foreach (var row in features)
        {
            Add(weights.AsSpan(row * columns, columns), missed);
        }

        for (var c = 0; c < columns; c++)
        {
            missed[c] = (share * missed[c]) + weights[c];
        }

        ToMissed(missed, label, importance);
        Add(missed, gradient.AsSpan(0, columns));
        for (var c = 0; c < columns; c++)
        {
            missed[c] *= share;
        }

        foreach (var row in features)
        {
            Add(missed, gradient.AsSpan(row * columns, columns));
        }
    }

    private static void Add(ReadOnlySpan<float> what, Span<float> to)
    {
        for (var c = 0; c < to.Length; c += Vector256<float>.Count)
        {
            (Vector256.LoadUnsafe(in what[c]) + Vector256.LoadUnsafe(ref to[c])).StoreUnsafe(ref to[c]);
        }
    }

    /// <summary>Turns sums into how much is missing of what is right, times the importance.</summary>
    private void ToMissed(Span<float> sums, int label, float importance)
    {
        var (most, all) = (float.MinValue, 0f);
        for (var c = 0; c < shape.Classes; c++)
        {
            most = Math.Max(most, sums[c]);
        }

        for (var c = 0; c < sums.Length; c++)
        {
            all += sums[c] = c < shape.Classes ? MathF.Exp(sums[c] - most) : 0;
        }

        for (var c = 0; c < sums.Length; c++)
        {
            sums[c] = importance * ((c == label ? 1 : 0) - (sums[c] / all));
        }
    }
}
