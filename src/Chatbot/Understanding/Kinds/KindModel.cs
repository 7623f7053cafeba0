using System.Globalization;

namespace Chatbot.Understanding.Kinds;

/// <summary>
/// What a message sounds like: a question about a procedure, small talk, a complaint… Logistic regression over its words, learnt by
/// <c>Chatbot.Cli train</c> from the phrase bank and the examples, shipped as Data/kinds.tsv: one line a feature, one column a handling.
/// </summary>
public sealed class KindModel
{
    /// <summary>The line every message has.</summary>
    public const string Bias = "bias";

    /// <summary>The handlings told apart, in the order of the columns.</summary>
    public static readonly Handling[] Kinds =
    [
        Handling.Procedure, Handling.Faq, Handling.Smalltalk, Handling.OutOfScope, Handling.Escalate, Handling.Complaint, Handling.Emergency,
    ];

    private readonly Dictionary<ulong, int> rows;
    private readonly float[] weights;

    /// <param name="lines">Name, then a weight for each of <see cref="Kinds"/>; none at all: every kind is equally likely.</param>
    public KindModel(IReadOnlyList<string[]> lines)
    {
        rows = new(lines.Count);
        weights = new float[lines.Count * Kinds.Length];
        for (var row = 0; row < lines.Count; row++)
        {
            rows[KindFeatures.HashOf(lines[row][0])] = row;
            for (var kind = 0; kind < Kinds.Length; kind++)
            {
                weights[(row * Kinds.Length) + kind] = float.Parse(lines[row][kind + 1], CultureInfo.InvariantCulture);
            }
        }
    }

    public KindOfMessage Of(List<ulong> features)
    {
        Span<float> sums = stackalloc float[Kinds.Length];
        foreach (var feature in features)
        {
            Add(feature, sums);
        }

        var share = ShareOf(features.Count);
        foreach (ref var sum in sums)
        {
            sum *= share;
        }

        Add(KindFeatures.HashOf(Bias), sums);
        return new(LogChances(sums));
    }

    /// <summary>What one feature counts in a message of so many: longer ones hold more by chance.</summary>
    public static float ShareOf(int features) => 1 / MathF.Sqrt(Math.Max(1, features));

    private void Add(ulong feature, Span<float> sums)
    {
        if (rows.TryGetValue(feature, out var row))
        {
            for (var kind = 0; kind < sums.Length; kind++)
            {
                sums[kind] += weights[(row * Kinds.Length) + kind];
            }
        }
    }

    private static float[] LogChances(Span<float> sums)
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

        var logs = new float[Enum.GetValues<Handling>().Length];
        Array.Fill(logs, float.NegativeInfinity);
        for (var kind = 0; kind < sums.Length; kind++)
        {
            logs[(int)Kinds[kind]] = sums[kind] - most - MathF.Log(all);
        }

        return logs;
    }
}
