using System.Globalization;
using System.Text;
using Chatbot.Understanding.Text;

namespace Chatbot.Understanding.Masking;

/// <summary>Cuts a text into tokens, once, from left to right.</summary>
internal static class Scanner
{
    private const int LongestMark = 24;
    private const int FewestBare = 6;   // in accented text so many words in a row without an accent are rare

    /// <summary>Composed, and without the invisible signs that could hide a number from the rules.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format) clean.Append(char.IsSurrogate(c) ? c : Ordinary(c));
        for (var i = 0; i < clean.Length; i++)
            if (IsLone(clean, i)) clean[i] = '\uFFFD';
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <param name="marks">What masks look like, so that a masked text is read as such.</param>
    public static List<Token> Scan(string text, IReadOnlySet<string> marks)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var gap = at;
            while (at < text.Length && IsBlank(text[at])) at++;
            if (at == text.Length) break;
            var token = Next(text, at, at - gap, marks);
            tokens.Add(token);
            at = token.End;
        }
        MarkBareLines(tokens);
        return tokens;
    }

    // Up to one accented word in six: "Zalo: em o thon doai, xã Bình Minh".
    private static void MarkBareLines(List<Token> tokens)
    {
        for (var start = 0; start < tokens.Count;)
        {
            var end = start;
            var (words, accented) = (0, 0);
            for (; end < tokens.Count && tokens[end].Kind != TokenKind.Break; end++)
            {
                if (!tokens[end].IsWord) continue;
                words++;
                if (!tokens[end].IsBare) accented++;
            }
            if (accented * 6 <= words) Mark(tokens, start, end);
            else MarkBareRuns(tokens, start, end);
            start = end + 1;
        }
    }

    // An official's line that quotes a citizen: "Về việc đã nêu: em o thon doai, xa Binh Minh. Xin mời đến xã."
    private static void MarkBareRuns(List<Token> tokens, int from, int to)
    {
        for (var start = from; start < to;)
        {
            var (end, words) = (start, 0);
            for (; end < to && !(tokens[end].IsWord && !tokens[end].IsBare); end++)
                if (tokens[end].IsWord) words++;
            if (words >= FewestBare) Mark(tokens, start, end);
            start = end + 1;
        }
    }

    private static void Mark(List<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++) tokens[at] = tokens[at] with { InBareLine = true };
    }

    private static Token Next(string text, int at, int gap, IReadOnlySet<string> marks)
    {
        if (text[at] is '\n' or '\r' or '\u2028' or '\u2029') return new(TokenKind.Break, at, 1, gap, "\n", "\n", "\n");
        if (text[at] == '[' && MarkAt(text, at, marks) is > 0 and var length) return new(TokenKind.Mask, at, length, gap, "", "", "");
        var end = at;
        if (char.IsDigit(text[at]))
        {
            while (end < text.Length && char.IsDigit(text[end])) end++;
            var digits = string.Concat(text[at..end].Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))));
            return new(TokenKind.Digits, at, end - at, gap, digits, digits, digits);
        }
        while (end < text.Length && IsLetter(text[end])) end++;
        if (end == at) return new(TokenKind.Sign, at, 1, gap, text[at..(at + 1)], text[at..(at + 1)], text[at..(at + 1)]);
        var word = text[at..end];
        var plain = ToneMark.Placed(word.ToLowerInvariant());
        return new(TokenKind.Word, at, end - at, gap, word, plain, Letters.Fold(plain));
    }

    private static int MarkAt(string text, int at, IReadOnlySet<string> marks)
    {
        var end = text.IndexOf(']', at, Math.Min(LongestMark, text.Length - at));
        return end > 0 && marks.Contains(text[at..(end + 1)]) ? end + 1 - at : 0;
    }

    // Wide forms that some phones type; everything else stays as the writer had it.
    private static char Ordinary(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    private static bool IsLetter(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) && c is not ('\n' or '\r' or '\u2028' or '\u2029');

    private static bool IsLone(StringBuilder text, int i) =>
        (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])))
        || (char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])));
}
