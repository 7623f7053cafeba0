using System.Text;

namespace Chatbot.Understanding.Text;

/// <summary>What Telex and VNI leave behind when the input method was off or late: "caanf" and "ca6n2" are both "cần".</summary>
public static class Typing
{
    /// <returns>null when the word holds no key of Telex that changes a letter.</returns>
    public static string? FromTelex(string word)
    {
        var letters = new StringBuilder(word.Length);
        var tone = 0;
        var changed = false;
        foreach (var c in Letters.WithoutTone(word))
        {
            if (TelexTone(c) is var found and > 0 && letters.Length > 1 && HasVowel(letters))
            {
                (tone, changed) = (found, true);
            }
            else if (Doubled(letters, c) || (c == 'w' && Horned(letters)))
            {
                changed = true;
            }
            else
            {
                letters.Append(c);
            }
        }

        return changed ? Finish(letters, tone == 0 ? Letters.ToneOf(word) : tone) : null;
    }

    /// <returns>null when the word holds no digit of VNI that changes a letter.</returns>
    public static string? FromVni(string word)
    {
        if (word.Length < 3 || !word.AsSpan().ContainsAnyInRange('1', '9'))
        {
            return null;
        }

        var letters = new StringBuilder(word.Length);
        var tone = 0;
        foreach (var c in Letters.WithoutTone(word))
        {
            if (c is >= '1' and <= '5' && HasVowel(letters))
            {
                tone = c - '0';
            }
            else if (!(c is >= '6' and <= '9' && VniQuality(letters, c)))
            {
                letters.Append(c);
            }
        }

        return Finish(letters, tone == 0 ? Letters.ToneOf(word) : tone);
    }

    private static string? Finish(StringBuilder letters, int tone)
    {
        var word = letters.ToString();
        return word.AsSpan().ContainsAnyInRange('0', '9') ? null : ToneMark.Put(word, tone);
    }

    private static int TelexTone(char c) => c switch { 's' => 1, 'f' => 2, 'r' => 3, 'x' => 4, 'j' => 5, _ => 0 };

    private static bool HasVowel(StringBuilder letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (Letters.IsVowel(letters[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Doubled(StringBuilder letters, char c)
    {
        if (c is 'd' or 'đ' && letters.Length == 1 && letters[0] is 'd' or 'đ')
        {
            letters[0] = 'đ';
            return true;
        }

        for (var i = letters.Length - 1; c is 'a' or 'e' or 'o' && i >= 0; i--)
        {
            if (letters[i] == c && (i == letters.Length - 1 || !Letters.IsVowel(letters[^1])))
            {
                letters[i] = c switch { 'a' => 'â', 'e' => 'ê', _ => 'ô' };
                return true;
            }
        }

        return false;
    }

    private static bool Horned(StringBuilder letters)
    {
        var done = false;
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            var horned = letters[i] switch { 'a' => 'ă', 'o' => 'ơ', 'u' => 'ư', 'ô' => 'ơ', var other => other };
            var first = horned != letters[i] && (!done || (horned == 'ư' && letters[i + 1] == 'ơ' && !(i > 0 && letters[i - 1] == 'q')));
            if (first)
            {
                letters[i] = horned;
                done = true;
            }
        }

        return done;
    }

    private static bool VniQuality(StringBuilder letters, char digit)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            var changed = (digit, letters[i]) switch
            {
                ('6', 'a') => 'â',
                ('6', 'e') => 'ê',
                ('6', 'o') => 'ô',
                ('7', 'o') => 'ơ',
                ('7', 'u') => 'ư',
                ('8', 'a') => 'ă',
                ('9', 'd') => 'đ',
                (_, var same) => same,
            };
            if (changed != letters[i])
            {
                letters[i] = changed;
                if (digit == '7' && changed == 'ơ' && i > 0 && letters[i - 1] == 'u' && !(i > 1 && letters[i - 2] == 'q'))
                {
                    letters[i - 1] = 'ư';
                }

                return true;
            }
        }

        return false;
    }
}
