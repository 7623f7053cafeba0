using Chatbot.Understanding.Learnt;
using Chatbot.Understanding.Rules;
using Chatbot.Understanding.Search;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Kinds;

/// <summary>
/// What a message's kind is told by: words without and with accents, pairs, pairs around a word, runs of letters, first and last words, length,
/// the groups of words of the rules (who has seen "vòi tiền" among complaints knows "hạch sách" too), and which part of a procedure is asked for, if any.
/// </summary>
public static class KindFeatures
{
    private const int Run = 4;
    private static readonly int[] Lengths = [1, 2, 3, 5, 8, 12, 18, 26, 40];

    /// <summary>A group of words tells as much as this many words.</summary>
    private const int GroupWorth = 3;

    /// <summary>Words that end this near the end of the message are what it asks for, not what it tells of.</summary>
    private const int NearEnd = 2;

    private static readonly string[] Aspects = Enum.GetNames<Aspect>();

    /// <param name="worded">What aspects.tsv finds in the message.</param>
    /// <param name="groups">Groups of words that the message holds.</param>
    /// <param name="names">Where the readable names are put beside their hashes, for training; null to leave them out.</param>
    public static List<ulong> Of(Reading reading, Worded worded, IReadOnlyList<WordGroup> groups, Dictionary<ulong, string>? names = null)
    {
        var found = new FeatureList((reading.Words.Count * 9) + (groups.Count * GroupWorth) + 8, names);
        var words = reading.Words;
        for (var i = 0; i < words.Count; i++)
        {
            found.Add('w', words[i].Folded);
            if ((words[i].Likely ?? words[i].Text) is var accented && accented != words[i].Folded)
            {
                found.Add('a', accented);
            }

            if (i > 0)
            {
                found.Add('p', words[i - 1].Folded, words[i].Folded);
            }

            if (i > 1)
            {
                found.Add('s', words[i - 2].Folded, words[i].Folded);
            }
        }

        foreach (var group in groups)
        {
            for (var worth = 0; worth < GroupWorth; worth++)
            {
                found.Add(group.Likely ? 'g' : 'h', group.Name);
            }
        }

        AddAsked(found, worded, words.Count);
        if (words.Count > 0)
        {
            found.Add('f', words[0].Folded);
            found.Add('l', words[^1].Folded);
            found.Add('n', LengthName(words.Count));
            AddRuns(found, words);
        }

        return found.Found;
    }

    private static void AddAsked(FeatureList found, Worded worded, int words)
    {
        var atEnd = "none";
        foreach (var (aspect, start, length) in worded.Aspects)
        {
            found.Add('k', Aspects[(int)aspect]);
            atEnd = start + length + NearEnd >= words ? Aspects[(int)aspect] : atEnd;
        }

        found.Add('z', atEnd);
        if (worded.Aspects.Count == 0)
        {
            found.Add('k', "none");
        }
    }

    internal static string LengthName(int words)
    {
        var bucket = 0;
        while (bucket < Lengths.Length && words > Lengths[bucket])
        {
            bucket++;
        }

        return Buckets[bucket];
    }

    private static readonly string[] Buckets = [.. Enumerable.Range(0, 10).Select(b => b.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Runs of four letters over the borders of words: "_doi_" and "k_be" stay alike under typos.</summary>
    private static void AddRuns(FeatureList found, IReadOnlyList<ReadWord> words)
    {
        Span<char> buffer = stackalloc char[512];
        buffer[0] = '_';
        var length = 1;
        for (var i = 0; i < words.Count && length + words[i].Folded.Length + 1 < buffer.Length; i++)
        {
            words[i].Folded.CopyTo(buffer[length..]);
            length += words[i].Folded.Length;
            buffer[length++] = '_';
        }

        for (var at = 0; at + Run <= length; at++)
        {
            found.Add('c', buffer.Slice(at, Run));
        }
    }
}
