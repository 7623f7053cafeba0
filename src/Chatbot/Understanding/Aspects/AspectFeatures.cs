using Chatbot.Understanding.Kinds;
using Chatbot.Understanding.Learnt;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Aspects;

/// <summary>
/// What the aspect of a question is told by: what aspects.tsv finds in it, its words, pairs and triples, and those of its last clause once more,
/// because that is where people ask.
/// </summary>
public static class AspectFeatures
{
    /// <summary>What the list finds tells as much as this many words.</summary>
    private const int ListWorth = 4;

    /// <summary>Of a long story only the end is read: the request stands there, and the tale before it asks for nothing.</summary>
    private const int MostWords = 40;

    /// <param name="worded">What the list found.</param>
    /// <param name="names">Where the readable names are put beside their hashes, for training; null to leave them out.</param>
    public static List<ulong> Of(Reading reading, Worded worded, Dictionary<ulong, string>? names = null)
    {
        var words = reading.Words;
        var from = Math.Max(0, words.Count - MostWords);
        var found = new FeatureList(((words.Count - from) * 6) + 16, names);
        AddListed(found, worded);
        AddWords(found, reading, from);
        if (words.Count > 0)
        {
            found.Add('f', words[0].Folded);
            found.Add('l', words[^1].Folded);
            found.Add('n', KindFeatures.LengthName(words.Count));
            AddLastClause(found, words);
        }

        return found.Found;
    }

    private static void AddListed(FeatureList found, Worded worded)
    {
        for (var worth = 0; worth < ListWorth; worth++)
        {
            found.Add('r', worded.Aspects.Count == 0 ? "none" : Names[(int)worded.Aspects[0].Aspect]);
            found.Add('q', worded.Aspects.Count == 0 ? "none" : Names[(int)worded.Last]);
        }

        foreach (var (aspect, _, _) in worded.Aspects)
        {
            found.Add('o', Names[(int)aspect]);
        }
    }

    private static readonly string[] Names = Enum.GetNames<Aspect>();

    private static void AddWords(FeatureList found, Reading reading, int from)
    {
        var words = reading.Words;
        for (var i = from; i < words.Count; i++)
        {
            found.Add('w', words[i].Folded);
            if ((words[i].Likely ?? words[i].Text) is var accented && accented != words[i].Folded)
            {
                found.Add('a', accented);
            }

            if (i > from)
            {
                found.Add('p', words[i - 1].Folded, words[i].Folded);
            }

            if (i > from + 1)
            {
                found.Add('s', words[i - 2].Folded, words[i].Folded);
                found.Add('t', words[i - 2].Folded, words[i - 1].Folded, words[i].Folded);
            }
        }
    }

    private static void AddLastClause(FeatureList found, IReadOnlyList<ReadWord> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            found.Add('e', words[i].Folded);
            if (words[i].OpensClause || (i > 0 && words[i - 1].Sentence != words[i].Sentence))
            {
                return;
            }

            if (i < words.Count - 1)
            {
                found.Add('d', words[i].Folded, words[i + 1].Folded);
            }
        }
    }
}
