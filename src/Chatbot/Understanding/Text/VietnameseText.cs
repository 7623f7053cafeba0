using System.Text;

namespace Chatbot.Understanding.Text;

/// <summary>One spelling for what is the same text: NFC, lower case, one convention of tone marks, plain spaces and quotes.</summary>
public static class VietnameseText
{
    /// <summary>Longer messages are read up to here: the request of a story stands in its first or last sentences, and both channels cut earlier.</summary>
    public const int LongestRead = 4_000;

    /// <summary>Never throws, whatever the string holds; normalising twice is normalising once.</summary>
    public static string Normalise(string text)
    {
        var cut = text.Length > LongestRead ? text[..LongestRead] : text;
        var plain = new StringBuilder(cut.Length);
        foreach (var c in Composed(cut))
        {
            Append(plain, c);
        }

        // Letters may have come together where an invisible sign was taken out between them.
        var joined = plain.ToString().Trim().Normalize(NormalizationForm.FormKC);
        var whole = WithMarksInPlace(joined).Normalize(NormalizationForm.FormC).Trim();
        return whole.Length > LongestRead ? whole[..LongestRead].Trim().Normalize(NormalizationForm.FormC) : whole;
    }

    private static string Composed(string text)
    {
        var valid = new StringBuilder(text.Length);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone half of a surrogate pair comes out as U+FFFD; compatibility forms make 𝗯𝗼𝗹𝗱 and ｗｉｄｅ letters plain.
            valid.Append(rune.Value == 0xFFFD ? [' '] : pair[..rune.EncodeToUtf16(pair)]);
        }

        var compatible = valid.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return compatible.Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder to, char c)
    {
        var plain = Plain(c);
        if (plain is '\0' || (plain == ' ' && (to.Length == 0 || to[^1] is ' ' or '\n')))
        {
            return;
        }

        if (plain == '\n' && to.Length > 0 && to[^1] == ' ')
        {
            to.Length--;
        }

        if (plain != '\n' || (to.Length > 0 && to[^1] != '\n'))
        {
            to.Append(plain);
        }
    }

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '`' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
        '\u2013' or '\u2014' or '\u2212' or '\u2010' or '\u2011' => '-',
        '\u2026' => '.',
        '\u00F0' => 'đ',   // ð, which some old keyboards type for đ
        '\n' or '\r' or '\u2028' or '\u2029' => '\n',
        _ when char.IsWhiteSpace(c) => ' ',
        _ when char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format => '\0',
        _ => c,
    };

    private static string WithMarksInPlace(string text)
    {
        StringBuilder? changed = null;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end - start > 1)
            {
                var word = text[start..end];
                var placed = ToneMark.Placed(word);
                if (!ReferenceEquals(placed, word))
                {
                    changed ??= new StringBuilder(text);
                    changed.Remove(start, end - start).Insert(start, placed);
                }
            }

            start = Math.Max(end, start + 1);
        }

        return changed?.ToString() ?? text;
    }
}
