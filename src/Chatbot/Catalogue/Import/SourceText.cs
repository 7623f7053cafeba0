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
        var composed = WellFormed(text);
        if (!composed.IsNormalized(NormalizationForm.FormC)) composed = composed.Normalize(NormalizationForm.FormC);
        if (composed.Contains('<', StringComparison.Ordinal)) composed = Breaks().Replace(composed, "\n");
        if (composed.Contains('\\', StringComparison.Ordinal)) composed = composed.Replace("\\|", "|", StringComparison.Ordinal);
        return Spaced(composed);
    }

    // One pass by hand: tens of megabytes go through here, some of them twice.
    private static string Spaced(string text)
    {
        var clean = new StringBuilder(text.Length);
        var (space, line) = (false, false);
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085') line = true;
            else if (IsSpace(c)) space = true;
            else
            {
                if ((line || space) && clean.Length > 0) clean.Append(line ? '\n' : ' ');
                clean.Append(c);
                space = line = false;
            }
        }
        return clean.ToString();
    }

    private static bool IsSpace(char c) => c <= ' ' || c is '\u00A0' or '\u200B' or '\uFEFF' or (>= '\u2000' and <= '\u200A');

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

    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.AsSpan().ContainsAny('\uFFFE', '\uFFFF') ? Repair(text) : text;

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());   // a lone surrogate is enumerated as U+FFFD
        return repaired.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').ToString();
    }

    [GeneratedRegex(@"<br\s{0,3}/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"^\p{Ll}[\d.]{0,3}\)|^\p{Ll}\. ")]
    private static partial Regex Lettered();
}
