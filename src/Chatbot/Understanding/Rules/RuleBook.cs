using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Rules;

/// <param name="Meaning">Handling and detail, such as "emergency 115" or "smalltalk thanks".</param>
public sealed record Rule(string Meaning, int[][] AllOf, int[] NoneOf);

/// <param name="Likely">Its words are there with their accents, as written or by a good guess; else only their letters are.</param>
public sealed record RuleMatch(string Meaning, bool Likely);

/// <param name="Name">As in the file, @ included.</param>
/// <param name="Likely">One of its words is there with its accents, as written or by a good guess; else only the letters are.</param>
public readonly record struct WordGroup(string Name, bool Likely);

/// <summary>Which word sequences of the rules a message holds.</summary>
/// <param name="Found">By number, at least by their letters.</param>
/// <param name="Likely">By number, with their accents.</param>
public sealed record SeenWords(bool[] Found, bool[] Likely)
{
    public static readonly SeenWords None = new([], []);
}

/// <summary>
/// Rules that come before ranking, from Data/rules.tsv: a meaning, and groups of alternatives joined by &amp;; a group that starts with ! must not occur.
/// Named groups are defined on their own lines as @name; kinds of messages are told by them too, also by those that no rule asks for. The first rule that holds wins, so the file's order is the order of urgency.
/// </summary>
public sealed class RuleBook
{
    private readonly WordPatterns patterns = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly List<Rule> rules = [];
    private readonly (string Name, int[] Words)[] groups;

    public RuleBook(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows)
        {
            if (row[0][0] == '@')
            {
                named[row[0]] = named.TryGetValue(row[0], out var before) ? $"{before}|{row[1]}" : row[1];
            }
        }

        foreach (var row in rows.Where(r => r[0][0] != '@'))
        {
            var parts = row[1].Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            rules.Add(new(row[0], [.. parts.Where(g => g[0] != '!').Select(Alternatives)], [.. parts.Where(g => g[0] == '!').SelectMany(g => Alternatives(g[1..]))]));
        }

        this.groups = [.. named.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, Alternatives(n.Value)))];
    }

    public SeenWords Look(Reading reading)
    {
        // Also as it was written: "cccd" is a word of the rules although it reads "căn cước công dân".
        List<PatternMatch> matches = [.. patterns.Find(reading), .. reading.IsAsWritten ? [] : patterns.Find(reading.AsWritten())];
        if (matches.Count == 0)
        {
            return SeenWords.None;
        }

        var (found, likely) = (new bool[patterns.Count], new bool[patterns.Count]);
        foreach (var match in matches)
        {
            found[match.Pattern] = true;
            likely[match.Pattern] |= match.Likely;
        }

        return new(found, likely);
    }

    /// <returns>null when no rule holds.</returns>
    public RuleMatch? Match(Reading reading, SeenWords seen)
    {
        if (seen.Found.Length == 0)
        {
            return null;
        }

        return rules.Find(rule => Holds(rule, seen.Likely, seen.Found)) is { } rule ? new(rule.Meaning, true)
            : reading.SavesAccents && rules.Find(r => Holds(r, seen.Found, seen.Found)) is { } byLetters ? new(byLetters.Meaning, false) : null;
    }

    public IReadOnlyList<WordGroup> GroupsIn(SeenWords seen)
    {
        if (seen.Found.Length == 0)
        {
            return [];
        }

        var held = new List<WordGroup>();
        foreach (var (name, words) in groups)
        {
            if (HoldsAny(words, seen.Found))
            {
                held.Add(new(name, HoldsAny(words, seen.Likely)));
            }
        }

        return held;
    }

    /// <param name="found">What the rule asks for; what it forbids must not even be there by its letters.</param>
    private static bool Holds(Rule rule, bool[] found, bool[] foundByLetters)
    {
        foreach (var group in rule.AllOf)
        {
            if (!HoldsAny(group, found))
            {
                return false;
            }
        }

        return !HoldsAny(rule.NoneOf, foundByLetters);
    }

    private static bool HoldsAny(int[] group, bool[] found)
    {
        foreach (var pattern in group)
        {
            if (found[pattern])
            {
                return true;
            }
        }

        return false;
    }

    private int[] Alternatives(string group) =>
        [.. group.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(a => a[0] == '@' ? Alternatives(named[a]) : [Number(a)])];

    private int Number(string sequence) => numbers.TryGetValue(sequence, out var number) ? number : numbers[sequence] = patterns.Add(sequence);
}
