using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Rules;

/// <param name="Meaning">Handling and detail, such as "emergency 115" or "smalltalk thanks".</param>
public sealed record Rule(string Meaning, int[][] AllOf, int[] NoneOf);

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
    public Rule? Match(Reading reading)
    {
        // Also as it was written: "cccd" is a word of the rules although it reads "căn cước công dân".
        List<PatternMatch> matches = [.. patterns.Find(reading), .. reading.IsAsWritten ? [] : patterns.Find(reading.AsWritten())];
        if (matches.Count == 0)
        {
            return null;
        }

        var found = new bool[patterns.Count];
        foreach (var match in matches)
        {
            found[match.Pattern] = true;
        }

        return rules.Find(rule => Holds(rule, found));
    }

    private static bool Holds(Rule rule, bool[] found)
    {
        foreach (var group in rule.AllOf)
        {
            if (!HoldsAny(group, found))
            {
                return false;
            }
        }

        return !HoldsAny(rule.NoneOf, found);
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
