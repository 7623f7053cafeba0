namespace Chatbot.Understanding.Learning;

/// <summary>The telling words of a question without accents, each with its weight from 0 to 1: the rarer in catalogue and phrase bank, the heavier.</summary>
public sealed class QuestionWords
{
    /// <summary>Below this a word stands in too many questions to hold two together.</summary>
    private const float Rare = 0.3f;

    private readonly IReadOnlyDictionary<string, float> weights;
    private readonly float mass;

    public QuestionWords(IReadOnlyDictionary<string, float> weights) => (this.weights, mass) = (weights, weights.Values.Sum());

    /// <summary>Words by which another question could be alike.</summary>
    public IEnumerable<string> RareWords => weights.Where(w => w.Value >= Rare).Select(w => w.Key);

    /// <summary>Share of the weight that both have, 0 to 1; 0 when they share no rare word.</summary>
    public float LikenessTo(QuestionWords other)
    {
        var (shared, rare) = (0f, false);
        foreach (var (word, weight) in weights)
        {
            if (!other.weights.TryGetValue(word, out var there)) continue;
            shared += Math.Min(weight, there);
            rare |= Math.Min(weight, there) >= Rare;
        }
        return rare ? shared / Math.Max(0.001f, mass + other.mass - shared) : 0;
    }
}
