using System.Runtime.InteropServices;

namespace Chatbot.Understanding.Text;

/// <summary>Every word of the catalogue and the phrase bank, with its accent-free form, its counts, and the pairs it stands in.</summary>
public sealed class Lexis
{
    private readonly Dictionary<string, int> ids = new(16_384);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<string, int> foldIds = new(8_192);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> foldLookup;
    private readonly List<string> words = [];
    private readonly List<int> foldOf = [];
    private readonly List<string> folds = [];
    private readonly List<List<int>> membersOf = [];
    private readonly List<int> counts = [];
    private readonly Dictionary<long, int> pairs = new(65_536);
    private readonly Dictionary<long, int> foldPairs = new(65_536);

    public Lexis() => (lookup, foldLookup) = (ids.GetAlternateLookup<ReadOnlySpan<char>>(), foldIds.GetAlternateLookup<ReadOnlySpan<char>>());

    public int Count => words.Count;

    public IReadOnlyList<string> Words => words;

    /// <summary>Accent-free forms, numbered in order of first sight.</summary>
    public IReadOnlyList<string> Folds => folds;

    /// <returns>-1 when the word was never seen.</returns>
    public int IdOf(ReadOnlySpan<char> word) => lookup.TryGetValue(word, out var id) ? id : -1;

    /// <returns>-1 when no word with this accent-free form was seen.</returns>
    public int FoldIdOf(ReadOnlySpan<char> folded) => foldLookup.TryGetValue(folded, out var id) ? id : -1;

    public int FoldOf(int id) => foldOf[id];

    /// <summary>The words that share an accent-free form.</summary>
    public ReadOnlySpan<int> MembersOf(int foldId) => CollectionsMarshal.AsSpan(membersOf[foldId]);

    public int CountOf(int id) => counts[id];

    public int PairCount(int left, int right) => pairs.GetValueOrDefault(Key(left, right));

    public int FoldPairCount(int leftFold, int rightFold) => foldPairs.GetValueOrDefault(Key(leftFold, rightFold));

    /// <summary>
    /// A number for a pair of numbers, different for every pair. The product spreads them: a long is hashed by joining its halves bit by bit, and small
    /// numbers side by side would put hundreds of thousands of pairs into a few thousand places.
    /// </summary>
    public static long Key(int left, int right) => unchecked((((long)left << 32) | (uint)right) * Spread);

    /// <summary>2^64 divided by the golden ratio; odd, so that no two products are alike.</summary>
    private const long Spread = unchecked((long)0x9E3779B97F4A7C15);

    /// <summary>Reads a text into word ids, -1 between sentences; counts each word <paramref name="weight"/> times, and pairs too unless told not to.</summary>
    public List<int> Learn(string text, int weight, bool pairsToo = true)
    {
        var read = new List<int>(Math.Max(8, text.Length / 5));
        var lower = (text.IsNormalized() ? text : Valid(text)).ToLowerInvariant();
        var scanner = new WordScanner(lower);
        var previous = -1;
        while (scanner.MoveNext())
        {
            var id = Intern(scanner.Current);
            counts[id] += weight;
            if (scanner.OpensSentence && read.Count > 0)
            {
                read.Add(-1);
                previous = -1;
            }

            if (previous >= 0 && pairsToo)
            {
                Add(pairs, Key(previous, id), weight);
                Add(foldPairs, Key(foldOf[previous], foldOf[id]), weight);
            }

            read.Add(id);
            previous = id;
        }

        return read;
    }

    /// <summary>The number of a word that no text holds as such: a concept.</summary>
    public int Add(string word) => Intern(word);

    private static string Valid(string text) => VietnameseText.Normalise(text);

    private static void Add(Dictionary<long, int> to, long key, int weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(to, key, out _) += weight;

    private int Intern(ReadOnlySpan<char> raw)
    {
        if (lookup.TryGetValue(raw, out var known))
        {
            return known;
        }

        var written = raw.ToString();
        var word = ToneMark.Placed(written);
        if (!ids.TryGetValue(word, out var id))
        {
            id = NewWord(word);
        }

        ids[written] = id;   // the other convention of tone marks leads to the same word
        return id;
    }

    private int NewWord(string word)
    {
        var id = words.Count;
        ids[word] = id;
        words.Add(word);
        counts.Add(0);
        var folded = Letters.Fold(word);
        if (!foldIds.TryGetValue(folded, out var fold))
        {
            fold = folds.Count;
            foldIds[folded] = fold;
            folds.Add(folded);
            membersOf.Add([]);
        }

        foldOf.Add(fold);
        membersOf[fold].Add(id);
        return id;
    }
}
