using Chatbot.Understanding.Search;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Learning;

/// <summary>Weighs the words of a question as the index does.</summary>
internal static class TellingWords
{
    public static QuestionWords Of(Reading reading, Query query, CatalogueIndex index)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var term in query.Terms.Where(t => t.Fold >= 0 && !Concepts.Is(index.Lexis.Folds[t.Fold])))
        {
            var word = index.Lexis.Folds[term.Fold];
            weights[word] = Math.Max(term.Weight, weights.GetValueOrDefault(word));
        }

        // Words that no title, phrase or text holds are what a new question may be about.
        foreach (var word in reading.Words.Where(w => index.Lexis.FoldIdOf(w.Folded) < 0))
        {
            weights[word.Folded] = WordWeights.Unseen;
        }

        return new(weights);
    }
}
