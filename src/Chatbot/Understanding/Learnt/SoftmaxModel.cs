using System.Globalization;
using System.Runtime.Intrinsics;

namespace Chatbot.Understanding.Learnt;

/// <summary>
/// Logistic regression over features of a message: one line a feature, one column a class. Looked up in one flat table; rows are filled up to
/// whole vectors.
/// </summary>
public sealed class SoftmaxModel
{
    /// <summary>The line every message has.</summary>
    public const string Bias = "bias";

    private readonly int classes;
    private readonly int columns;

    /// <summary>0: the place is free. Its size is a power of two, at least twice the lines.</summary>
    private readonly ulong[] keys;

    /// <summary>Row of <see cref="weights"/>, by place in <see cref="keys"/>.</summary>
    private readonly int[] rows;
    private readonly float[] weights;

    /// <param name="lines">Name, then a weight for each class; none at all: every class is equally likely.</param>
    /// <param name="classes">How many are told apart.</param>
    public SoftmaxModel(IReadOnlyList<string[]> lines, int classes)
    {
        (this.classes, columns) = (classes, ColumnsOf(classes));
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, lines.Count * 2));
        (keys, rows, weights) = (new ulong[size], new int[size], new float[lines.Count * columns]);
        for (var row = 0; row < lines.Count; row++)
        {
            var at = PlaceOf(FeatureList.HashOf(lines[row][0]));
            (keys[at], rows[at]) = (FeatureList.HashOf(lines[row][0]), row);
            for (var c = 0; c < classes; c++)
            {
                weights[(row * columns) + c] = float.Parse(lines[row][c + 1], CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Classes filled up to whole vectors.</summary>
    public static int ColumnsOf(int classes) => (classes + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>What one feature counts in a message of so many: longer ones hold more by chance.</summary>
    public static float ShareOf(int features) => 1 / MathF.Sqrt(Math.Max(1, features));

    /// <param name="features">Of the message.</param>
    /// <param name="into">Natural logarithm of the chance of each class.</param>
    public void LogChances(List<ulong> features, Span<float> into)
    {
        Span<float> sums = stackalloc float[columns];
        foreach (var feature in features)
        {
            Add(feature, sums);
        }

        var share = ShareOf(features.Count);
        foreach (ref var sum in sums)
        {
            sum *= share;
        }

        Add(BiasHash, sums);
        ToLogChances(sums[..classes], into);
    }

    private static readonly ulong BiasHash = FeatureList.HashOf(Bias);

    private void Add(ulong feature, Span<float> sums)
    {
        var at = PlaceOf(feature);
        if (keys[at] != feature)
        {
            return;
        }

        ref var row = ref weights[rows[at] * columns];
        for (var c = 0; c < sums.Length; c += Vector256<float>.Count)
        {
            (Vector256.LoadUnsafe(ref sums[c]) + Vector256.LoadUnsafe(ref row, (nuint)c)).StoreUnsafe(ref sums[c]);
        }
    }

    /// <summary>Where the feature stands, or the free place where it would.</summary>
    private int PlaceOf(ulong feature)
    {
        var mask = keys.Length - 1;
        var at = (int)(feature ^ (feature >> 32)) & mask;
        while (keys[at] != 0 && keys[at] != feature)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private static void ToLogChances(ReadOnlySpan<float> sums, Span<float> into)
    {
        var (most, all) = (float.MinValue, 0f);
        foreach (var sum in sums)
        {
            most = Math.Max(most, sum);
        }

        foreach (var sum in sums)
        {
            all += MathF.Exp(sum - most);
        }

        for (var c = 0; c < sums.Length; c++)
        {
            into[c] = sums[c] - most - MathF.Log(all);
        }
    }
}
