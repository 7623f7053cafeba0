using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Rules;

/// <param name="Meaning">Handling and detail, such as "emergency 115" or "smalltalk thanks".</param>
public sealed record Rule(string Meaning, int[][] AllOf, int[] NoneOf);

/// <param name="Likely">Its words are there with their accents, as written or by a good guess; else only their letters are.</param>
public sealed record RuleMatch(string Meaning, bool Likely);

/// <summary>
/// Rules that come before ranking, from Data/rules.tsv: a meaning, and groups of alternatives joined by &amp;; a group that starts with ! must not occur.
/// Named groups are defined on their own lines as @name. The first rule that holds wins, so the file's order is the order of urgency.
/// </summary>
public sealed class RuleBook
{
    private readonly WordPatterns patterns = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly List<Rule> rules = [];

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
            var groups = row[1].Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            rules.Add(new(row[0], [.. groups.Where(g => g[0] != '!').Select(Alternatives)], [.. groups.Where(g => g[0] == '!').SelectMany(g => Alternatives(g[1..]))]));
        }
    }

    /// <returns>null when no rule holds.</returns>
    public RuleMatch? Match(Reading reading)
    {
        // Also as it was written: "cccd" is a word of the rules although it reads "căn cước công dân".
        List<PatternMatch> matches = [.. patterns.Find(reading), .. reading.IsAsWritten ? [] : patterns.Find(reading.AsWritten())];
        if (matches.Count == 0)
        {
            return null;
        }

        var (found, likely) = (new bool[patterns.Count], new bool[patterns.Count]);
        foreach (var match in matches)
        {
            found[match.Pattern] = true;
            likely[match.Pattern] |= match.Likely;
        }

        return rules.Find(rule => Holds(rule, likely, found)) is { } rule ? new(rule.Meaning, true)
            : reading.SavesAccents && rules.Find(r => Holds(r, found, found)) is { } byLetters ? new(byLetters.Meaning, false) : null;
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
