using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>How rare words are: among titles and, for everyday words, among the procedures that have phrases.</summary>
public static class WordWeights
{
    /// <summary>A word that no title and no phrase holds; below the rarest known word, for it may be noise.</summary>
    public const float Unseen = 0.6f;

    /// <summary>Weights from 0.03 to 1, by word and by accent-free form.</summary>
    public static (float[] Words, float[] Folds) Of(Lexis lexis, int[][] titles, IEnumerable<(int Owner, int[] Words)> phrases)
    {
        var inTitles = new int[lexis.Count];
        foreach (var word in titles.SelectMany(t => t.Distinct()))
        {
            inTitles[word]++;
        }

        var (inPhrases, owners) = OwnersPerWord(lexis, phrases);
        var words = new float[lexis.Count];
        for (var w = 0; w < words.Length; w++)
        {
            words[w] = Weight(inTitles[w], titles.Length, inPhrases[w], owners);
        }

        return (words, Folded(lexis, inTitles, titles.Length, inPhrases, owners));
    }

    private static (int[] Counts, int Owners) OwnersPerWord(Lexis lexis, IEnumerable<(int Owner, int[] Words)> phrases)
    {
        var seen = new HashSet<long>();
        var owners = new HashSet<int>();
        var counts = new int[lexis.Count];
        foreach (var (owner, words) in phrases)
        {
            owners.Add(owner);
            foreach (var word in words)
            {
                counts[word] += seen.Add(Lexis.Key(owner, word)) ? 1 : 0;
            }
        }

        return (counts, Math.Max(1, owners.Count));
    }

    private static float[] Folded(Lexis lexis, int[] inTitles, int titles, int[] inPhrases, int owners)
    {
        var folds = new float[lexis.Folds.Count];
        for (var f = 0; f < folds.Length; f++)
        {
            var (t, p) = (0, 0);
            foreach (var word in lexis.MembersOf(f))
            {
                t += inTitles[word];
                p += inPhrases[word];
            }

            folds[f] = Weight(Math.Min(t, titles), titles, Math.Min(p, owners), owners);
        }

        return folds;
    }

    private static float Weight(int inTitles, int titles, int inPhrases, int owners)
    {
        if (inTitles + inPhrases == 0)
        {
            return Unseen;
        }

        var title = inTitles == 0 ? 1 : Rarity(inTitles, titles);
        var phrase = inPhrases == 0 ? 1 : Rarity(inPhrases, owners);
        return (float)Math.Clamp(Math.Min(title, phrase), 0.03, 1);
    }

    private static double Rarity(int holding, int all) => Math.Log((all + 1.0) / (holding + 0.5)) / Math.Log((all + 1.0) / 1.5);
}
