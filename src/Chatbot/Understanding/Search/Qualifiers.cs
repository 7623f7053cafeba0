using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>
/// What tells near-duplicates apart (Data/qualifiers.tsv): special cases such as "có yếu tố nước ngoài", which a title has or has not,
/// and actions such as first issue, again, exchange, of which a title has one.
/// </summary>
public sealed class Qualifiers
{
    private readonly WordPatterns inTitles = new();
    private readonly WordPatterns inMessages = new();
    private readonly List<int> numberOfTitle = [];
    private readonly List<int> numberOfMessage = [];
    private readonly Dictionary<string, int> numbers = [];

    /// <param name="rows">kind (case, only or action), name, words in titles separated by |, words in messages separated by |.</param>
    public Qualifiers(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            var number = numbers.TryGetValue(row[1], out var known) ? known : numbers[row[1]] = numbers.Count;
            ActionBits |= row[0] == "action" ? 1UL << number : 0;
            RareBits |= row[0] == "only" ? 1UL << number : 0;
            AddAll(inTitles, numberOfTitle, row[2], number);
            AddAll(inMessages, numberOfMessage, row.Length > 3 ? row[3] : row[2], number);
        }
    }

    /// <summary>The bits that are actions; the others are special cases.</summary>
    public ulong ActionBits { get; }

    /// <summary>Special cases that hardly anyone means without saying so.</summary>
    public ulong RareBits { get; }

    /// <param name="aspects">Words that ask for an aspect: "mất" of "mất bao lâu" has lost nothing.</param>
    public ulong OfMessage(Reading reading, IReadOnlyList<(Aspect Aspect, int Start, int Length)> aspects)
    {
        var bits = 0UL;
        foreach (var match in inMessages.Find(reading))
        {
            var asked = false;
            foreach (var (_, start, length) in aspects)
            {
                asked |= match.Start >= start && match.Start + match.Length <= start + length;
            }

            bits |= asked ? 0 : 1UL << numberOfMessage[match.Pattern];
        }

        return bits;
    }

    public IEnumerable<ulong> OfTitles(IReadOnlyList<KnownProcedure> procedures) => procedures.Select(p =>
        inTitles.Find(Plain(p.Title)).Aggregate(0UL, (bits, match) => bits | (1UL << numberOfTitle[match.Pattern])));

    private static Reading Plain(string title)
    {
        var words = new List<ReadWord>();
        var scanner = new WordScanner(VietnameseText.Normalise(Titles.Plain(title)));
        while (scanner.MoveNext())
        {
            var word = scanner.Current.ToString();
            words.Add(new(word, Letters.Fold(word), word, 0, false));
        }

        return new("", words, false, 1);
    }

    private static void AddAll(WordPatterns patterns, List<int> numberOf, string sequences, int number)
    {
        foreach (var sequence in sequences.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            patterns.Add(sequence);
            numberOf.Add(number);
        }
    }
}
