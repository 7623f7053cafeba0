using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>Which document holds which term, packed for looking up.</summary>
public static class Packing
{
    /// <summary>A document holds a term or not.</summary>
    public static Postings Sets(int terms, IEnumerable<IEnumerable<int>> documents) =>
        Postings.Pack(terms, [.. documents.SelectMany((words, d) => words.Distinct().Select(w => (w, d, 1f)))]);

    /// <summary>BM25's term frequency part with k1 = 1.2 and b = 0.6, put on a scale that ends at 1.</summary>
    public static Postings Bodies(int terms, List<int>[] bodies)
    {
        var average = Math.Max(1, bodies.Average(b => (double)b.Count));
        var entries = new List<(int, int, float)>(bodies.Length * 100);
        var counts = new Dictionary<int, int>();
        for (var d = 0; d < bodies.Length; d++)
        {
            counts.Clear();
            foreach (var word in bodies[d].Where(w => w >= 0))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            var length = 1.2 * (0.4 + 0.6 * bodies[d].Count / average);
            entries.AddRange(counts.Select(c => (c.Key, d, (float)(c.Value / (c.Value + length)))));
        }

        return Postings.Pack(terms, entries);
    }

    /// <summary>Value: how well the phrases of a procedure know the part, taken together.</summary>
    public static Postings ByOwner(int terms, List<Phrase> phrases, int procedures, Func<Phrase, int[]> parts)
    {
        var counts = new Dictionary<(int Part, int Owner), int>();
        foreach (var phrase in phrases.Where(p => p.Owner < procedures))
        {
            foreach (var part in parts(phrase))
            {
                var key = (part, phrase.Owner);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var phrasesOf = PhraseCounts(phrases, procedures);
        return Postings.Pack(terms, [.. counts.Select(c => (c.Key.Part, c.Key.Owner, CatalogueIndex.Known(c.Value, phrasesOf[c.Key.Owner])))]);
    }

    /// <summary>Number of phrases, by procedure.</summary>
    public static int[] PhraseCounts(List<Phrase> phrases, int procedures)
    {
        var counts = new int[procedures];
        foreach (var phrase in phrases.Where(p => p.Owner < procedures))
        {
            counts[phrase.Owner]++;
        }

        return counts;
    }
}
