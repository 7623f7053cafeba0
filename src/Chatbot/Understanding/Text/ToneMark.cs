namespace Chatbot.Understanding.Text;

/// <summary>Where the tone mark of a syllable stands: both conventions (hoà, hòa) become the older one (hòa).</summary>
public static class ToneMark
{
    /// <returns>The same instance when nothing changes, or when the word holds no tone or more than one.</returns>
    public static string Placed(string word)
    {
        var tone = 0;
        foreach (var c in word)
        {
            if (Letters.ToneOf(c) is var found and > 0)
            {
                if (tone != 0)
                {
                    return word;
                }

                tone = found;
            }
        }

        return tone == 0 ? word : Put(word, Letters.WithoutTone(word), tone);
    }

    /// <summary>A toneless syllable with a tone put on the right vowel; the word itself when it has no vowel.</summary>
    public static string Put(string toneless, int tone) => Put(toneless, toneless, tone);

    private static string Put(string word, string toneless, int tone)
    {
        var at = VowelOf(toneless);
        if (at < 0)
        {
            return word;
        }

        var letters = toneless.ToCharArray();
        letters[at] = Letters.WithTone(letters[at], tone);
        var placed = new string(letters);
        return placed == word ? word : placed;
    }

    private static int VowelOf(string toneless)
    {
        var (first, last) = Nucleus(toneless);
        if (first < 0)
        {
            return -1;
        }

        for (var i = last; i >= first; i--)
        {
            if ("ăâêôơư".Contains(toneless[i], StringComparison.Ordinal) && !(toneless[i] == 'ư' && i < last && toneless[i + 1] == 'ơ'))
            {
                return i;
            }
        }

        var closed = last + 1 < toneless.Length;
        return (last - first) switch { 0 => first, 1 => closed ? last : first, _ => first + 1 };
    }

    /// <summary>The run of vowels, without the u of qu- and the i of gi- before another vowel.</summary>
    private static (int First, int Last) Nucleus(string toneless)
    {
        var first = 0;
        while (first < toneless.Length && !Letters.IsVowel(toneless[first]))
        {
            first++;
        }

        if (first == toneless.Length)
        {
            return (-1, -1);
        }

        var last = first;
        while (last + 1 < toneless.Length && Letters.IsVowel(toneless[last + 1]))
        {
            last++;
        }

        var silent = first > 0 && last > first
            && ((toneless[first - 1] == 'q' && toneless[first] == 'u') || (first == 1 && toneless[0] == 'g' && toneless[first] == 'i'));
        return (silent ? first + 1 : first, last);
    }
}
