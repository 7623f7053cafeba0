using System.Text;
using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>Text of the portal, cleaned of what the crawls left in it; words are never changed.</summary>
public static partial class SourceText
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "Không có thông tin", "Không", "Không có", "Không có.", "Không.", "N/A", "-", "--", "null", ".",
    };

    /// <summary>NFC, line breaks as \n, single spaces, trimmed. Broken surrogates become U+FFFD.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = Breaks().Replace(WellFormed(text).Normalize(NormalizationForm.FormC), "\n");
        clean = Spaces().Replace(clean.Replace("\\|", "|", StringComparison.Ordinal), " ");
        return LineEnds().Replace(clean, "\n").Trim();
    }

    /// <summary>Cleaned, and on one line.</summary>
    public static string Line(string? text) => Clean(text).Replace('\n', ' ');

    /// <summary>Empty or one of the portal's ways to say nothing ("Không có thông tin", "Không" …).</summary>
    public static bool IsNothing(string? text) => text is null || Placeholders.Contains(text.Trim());

    /// <summary>Cleaned text, or empty when the source says nothing.</summary>
    public static string Said(string? text)
    {
        var clean = Clean(text);
        return IsNothing(clean) ? "" : clean;
    }

    /// <summary>Non-empty lines; a line that goes on in lower case belongs to the one before.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (paragraphs.Count > 0 && char.IsLower(line[0]) && !Lettered().IsMatch(line)) paragraphs[^1] += " " + line;
            else paragraphs.Add(line);
        }
        return paragraphs;
    }

    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i])) return Repair(text);
        return text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());   // a lone surrogate is enumerated as U+FFFD
        return repaired.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').ToString();
    }

    [GeneratedRegex(@"<br\s*/?>|\r\n?|[\u2028\u2029\u0085]", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"[\t\u00A0\u200B\uFEFF\u2000-\u200A\u0000-\u0008\u000B\u000C\u000E-\u001F ]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\n ?(?:\n ?)*")]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"^\p{Ll}[\d.]{0,3}\)|^\p{Ll}\. ")]
    private static partial Regex Lettered();
}
