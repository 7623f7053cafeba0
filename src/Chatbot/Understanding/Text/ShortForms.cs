namespace Chatbot.Understanding.Text;

/// <summary>Teencode, abbreviations and regional words, from Data/short-forms.tsv. An ambiguous form has several readings; the words around it decide.</summary>
public sealed class ShortForms
{
    private readonly Dictionary<string, List<string[]>> readings = [];
    private readonly Dictionary<string, List<string[]>> afterNumbers = [];
    private readonly Dictionary<string, List<(string[] Form, string[] Reading)>> longer = [];

    /// <param name="rows">form, readings separated by |, and optionally "number": only after a number.</param>
    public ShortForms(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            var form = row[0].Split(' ');
            var meant = row[1].Split('|').Select(r => r.Split(' ')).ToList();
            if (form.Length > 1)
            {
                Bucket(longer, form[0]).Add((form, meant[0]));
            }
            else
            {
                Bucket(row.Length > 2 && row[2] == "number" ? afterNumbers : readings, form[0]).AddRange(meant);
            }
        }

        foreach (var list in longer.Values)
        {
            list.Sort((a, b) => b.Form.Length.CompareTo(a.Form.Length));
        }
    }

    public IReadOnlyList<string[]> Of(string word, bool afterNumber) =>
        (afterNumber && afterNumbers.TryGetValue(word, out var number)) ? number : readings.GetValueOrDefault(word) ?? [];

    /// <summary>The longest form of several words that starts here.</summary>
    /// <returns>null when none does.</returns>
    public (int Length, string[] Reading)? Longer(IReadOnlyList<Written> words, int at)
    {
        foreach (var (form, reading) in longer.GetValueOrDefault(words[at].Text) ?? [])
        {
            var matches = at + form.Length <= words.Count;
            for (var i = 1; matches && i < form.Length; i++)
            {
                matches = words[at + i].Text == form[i] && !words[at + i].OpensSentence;
            }

            if (matches)
            {
                return (form.Length, reading);
            }
        }

        return null;
    }

    private static List<T> Bucket<T>(Dictionary<string, List<T>> of, string key) =>
        of.TryGetValue(key, out var list) ? list : of[key] = [];
}

/// <summary>A word as the citizen wrote it, after normalising.</summary>
public readonly record struct Written(string Text, bool OpensSentence, bool OpensClause);
