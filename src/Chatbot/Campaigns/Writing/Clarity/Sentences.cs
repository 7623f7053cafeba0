using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing.Clarity;

/// <summary>A text as sentences and words. A word is what stands between blanks, which in Vietnamese is a syllable.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<string> Of(string text) =>
        [.. text.Split('\n').Select(line => Bullet().Replace(line.Trim(), "")).SelectMany(Split).Where(sentence => WordsOf(sentence) > 0)];

    public static int WordsOf(string text) => Word().Count(text);

    /// <summary>A stop ends a sentence when a blank follows, unless it belongs to a name ("TP. Huế", "Nguyễn V. A").</summary>
    private static IEnumerable<string> Split(string line)
    {
        var from = 0;
        foreach (Match stop in Stop().Matches(line))
        {
            var end = stop.Index + stop.Length;
            if (stop.Value[0] == '.' && Short().IsMatch(line[from..end])) continue;
            yield return line[from..end].Trim();
            from = end;
        }
        yield return line[from..].Trim();
    }

    [GeneratedRegex(@"^(?:[-+*•–]|\d{1,2}[.)]|[a-zđ][.)])\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[.!?…]+(?=\s|$)")]
    private static partial Regex Stop();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:TP|TX|TT|Q|P|H|X|GS|PGS|TS|ThS|BS|KS|LS|CN|\p{Lu})\.$")]
    private static partial Regex Short();

    [GeneratedRegex(@"[^\s]*[\p{L}\p{N}][^\s]*")]
    private static partial Regex Word();
}
