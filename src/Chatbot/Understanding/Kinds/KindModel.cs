using Chatbot.Understanding.Learnt;

namespace Chatbot.Understanding.Kinds;

/// <summary>
/// What a message sounds like: a question about a procedure, small talk, a complaint… Learnt by <c>Chatbot.Cli train</c> from the phrase bank and
/// the examples, shipped as Data/kinds.tsv: one line a feature, one column a handling.
/// </summary>
/// <param name="lines">Name, then a weight for each of <see cref="Kinds"/>; none at all: every kind is equally likely.</param>
public sealed class KindModel(IReadOnlyList<string[]> lines)
{
    /// <summary>The handlings told apart, in the order of the columns.</summary>
    public static readonly Handling[] Kinds =
    [
        Handling.Procedure, Handling.Faq, Handling.Smalltalk, Handling.OutOfScope, Handling.Escalate, Handling.Complaint, Handling.Emergency,
    ];

    private static readonly int Handlings = Enum.GetValues<Handling>().Length;
    private readonly SoftmaxModel model = new(lines, Kinds.Length);

    public KindOfMessage Of(List<ulong> features)
    {
        Span<float> chances = stackalloc float[Kinds.Length];
        model.LogChances(features, chances);
        var logs = new float[Handlings];
        Array.Fill(logs, float.NegativeInfinity);
        for (var kind = 0; kind < chances.Length; kind++)
        {
            logs[(int)Kinds[kind]] = chances[kind];
        }

        return new(logs);
    }
}
