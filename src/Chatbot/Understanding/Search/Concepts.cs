using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Search;

/// <summary>
/// Things that citizens name in many ways (Data/concepts.tsv). Each stands in the vocabulary as a word of its own, so that a phrase about
/// "rớt căn cước" also helps who writes "đánh rơi thẻ cccd".
/// </summary>
public sealed class Concepts
{
    /// <summary>No word of a text begins with it.</summary>
    private const string Mark = "§";

    public static bool Is(string word) => word.StartsWith(Mark, StringComparison.Ordinal);

    private readonly WordPatterns patterns = new();
    private readonly List<string> wordOfPattern = [];

    /// <param name="rows">name, wordings separated by |.</param>
    public Concepts(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            foreach (var wording in row[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                patterns.Add(wording);
                wordOfPattern.Add(Mark + row[0]);
            }
        }
    }

    /// <returns>The words that stand for the things named in a text, each once.</returns>
    public List<string> In(Reading reading)
    {
        var found = new List<string>();
        foreach (var match in patterns.Find(reading))
        {
            if (!found.Contains(wordOfPattern[match.Pattern]))
            {
                found.Add(wordOfPattern[match.Pattern]);
            }
        }

        return found;
    }
}
