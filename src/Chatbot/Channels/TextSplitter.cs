using System.Globalization;

namespace Chatbot.Channels;

/// <summary>Cuts a long answer into messages a channel accepts: between paragraphs, else lines, else sentences, else words.</summary>
/// <remarks>Lengths are in UTF-16 units, never fewer than what a platform counts. Only white space at the cuts is dropped.</remarks>
public static class TextSplitter
{
    /// <returns>At least one part; none is longer than <paramref name="limit"/>, none is empty unless the text is blank.</returns>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 20);
        var parts = new List<string>();
        var rest = text.Trim();
        while (rest.Length > limit)
        {
            var cut = CutBefore(rest, limit);
            parts.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0 || parts.Count == 0) parts.Add(rest);
        return parts;
    }

    /// <summary>Shortens a title to the limit, ending in "…", without breaking a letter from its accents.</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit) return text;
        return text[..LetterBorder(text, limit - 1)].TrimEnd() + "…";
    }

    // The last border of the best kind in the second half of the room; a worse kind is taken rather than a short message.
    private static int CutBefore(string text, int limit) =>
        Last(text, limit, IsParagraphEnd) ?? Last(text, limit, IsLineEnd) ?? Last(text, limit, IsSentenceEnd)
        ?? Last(text, limit, IsWordEnd) ?? LetterBorder(text, limit);

    private static int? Last(string text, int limit, Func<string, int, bool> isBorder)
    {
        for (var at = limit; at > limit / 2; at--)
            if (isBorder(text, at)) return at;
        return null;
    }

    private static bool IsParagraphEnd(string text, int at) => text[at] == '\n' && text[at - 1] == '\n';

    private static bool IsLineEnd(string text, int at) => text[at] == '\n';

    private static bool IsWordEnd(string text, int at) => char.IsWhiteSpace(text[at]);

    private static bool IsSentenceEnd(string text, int at) =>
        char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or '…' or ';' && !IsAbbreviation(text, at - 1);

    // "1. Tờ khai", "TP. Huế", "ThS. Lan": the dot belongs to the word before it.
    private static bool IsAbbreviation(string text, int dot)
    {
        if (text[dot] != '.') return false;
        var start = dot;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        var word = text.AsSpan(start, dot - start);
        return word.Length is > 0 and <= 3 && (IsNumber(word) || char.IsUpper(word[0]) && char.IsUpper(word[^1]));
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The last border between two letters as people see them at or before the limit.</summary>
    private static int LetterBorder(string text, int limit)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = at + StringInfo.GetNextTextElementLength(text, at);
            if (next > limit) break;
            at = next;
        }
        return at > 0 ? at : char.IsSurrogatePair(text, limit - 1) ? limit - 1 : limit;   // one letter longer than a message is no letter
    }
}
