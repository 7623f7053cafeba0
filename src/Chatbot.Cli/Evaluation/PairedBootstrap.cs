namespace Chatbot.Cli.Evaluation;

/// <summary>How much better one configuration is than another on the same questions.</summary>
/// <param name="Mean">Second minus first.</param>
/// <param name="Low">2.5th percentile of the resamples.</param>
/// <param name="High">97.5th percentile.</param>
/// <param name="ShareBetter">Share of the resamples in which the second is better, ties counted half; 0 to 1.</param>
public sealed record Difference(double Mean, double Low, double High, double ShareBetter)
{
    /// <summary>The interval leaves out zero.</summary>
    public bool IsClear => Low > 0 || High < 0;
}

/// <summary>Resamples the questions, not the answers: each draw takes both configurations' results of the same question, so what is hard for both cancels out.</summary>
public static class PairedBootstrap
{
    private const int Resamples = 4_000;
    private const int Seed = 20_261_122;

    /// <param name="first">One value a question.</param>
    /// <param name="second">Of the same questions in the same order.</param>
    /// <exception cref="ArgumentException">Not as many, or none.</exception>
    public static Difference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count || first.Count == 0) throw new ArgumentException("Both configurations must have answered the same questions.", nameof(second));
        var differences = new double[first.Count];
        for (var i = 0; i < differences.Length; i++) differences[i] = second[i] - first[i];
        var means = Means(differences);
        var better = means.Sum(mean => mean > Same ? 1 : mean < -Same ? 0 : 0.5) / Resamples;
        return new(differences.Average(), means[(int)(Resamples * 0.025)], means[(int)(Resamples * 0.975)], better);
    }

    private const double Same = 1e-12;

    private static double[] Means(double[] differences)
    {
        var random = new Random(Seed);
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var sum = 0d;
            for (var i = 0; i < differences.Length; i++) sum += differences[random.Next(differences.Length)];
            means[r] = sum / differences.Length;
        }
        Array.Sort(means);
        return means;
    }
}
