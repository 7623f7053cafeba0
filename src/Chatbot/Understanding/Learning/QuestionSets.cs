namespace Chatbot.Understanding.Learning;

/// <summary>Questions that were asked before, by the set they belong to: finds the set that a new question is nearest to.</summary>
/// <typeparam name="T">Names a set.</typeparam>
public sealed class QuestionSets<T>
    where T : notnull
{
    private readonly List<(T Set, QuestionWords Words)> questions = [];
    private readonly Dictionary<string, List<int>> holding = new(StringComparer.Ordinal);

    public void Add(T set, QuestionWords words)
    {
        foreach (var word in words.RareWords)
        {
            if (!holding.TryGetValue(word, out var list)) holding[word] = list = [];
            list.Add(questions.Count);
        }
        questions.Add((set, words));
    }

    /// <param name="words">Of the new question.</param>
    /// <param name="least">Likeness from 0 to 1 that is asked for.</param>
    /// <param name="nearest">Set of the most alike question; of equally alike ones the first added.</param>
    /// <returns>False: none is so alike.</returns>
    public bool TryFind(QuestionWords words, float least, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T nearest)
    {
        var (best, most) = (-1, least);
        foreach (var at in words.RareWords.Where(holding.ContainsKey).SelectMany(word => holding[word]).Distinct().Order())
        {
            var likeness = words.LikenessTo(questions[at].Words);
            if (likeness < most || (best >= 0 && likeness == most)) continue;
            (best, most) = (at, likeness);
        }
        nearest = best >= 0 ? questions[best].Set : default;
        return best >= 0;
    }
}
