using Chatbot.Understanding.Learnt;

namespace Chatbot.Understanding.Aspects;

/// <summary>
/// Which part of a procedure is asked for. Learnt by <c>Chatbot.Cli train</c> from Data/asked and the dev messages, shipped as
/// Data/aspect-weights.tsv: one line a feature, one column an aspect; what aspects.tsv finds is a feature like others.
/// </summary>
/// <param name="lines">Name, then a weight for each <see cref="Aspect"/>; none at all: only the list is asked.</param>
public sealed class AspectModel(IReadOnlyList<string[]> lines)
{
    /// <summary>The aspects told apart, in the order of the columns.</summary>
    public static readonly Aspect[] All = Enum.GetValues<Aspect>();

    private readonly SoftmaxModel? model = lines.Count == 0 ? null : new(lines, All.Length);

    /// <param name="listed">What the list of words alone would say.</param>
    public Aspect Of(List<ulong> features, Aspect listed)
    {
        if (model is null)
        {
            return listed;
        }

        Span<float> chances = stackalloc float[All.Length];
        model.LogChances(features, chances);
        var best = 0;
        for (var a = 1; a < chances.Length; a++)
        {
            best = chances[a] > chances[best] ? a : best;
        }

        return All[best];
    }

    public bool IsLearnt => model is not null;
}
