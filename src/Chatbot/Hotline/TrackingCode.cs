using System.Security.Cryptography;

namespace Chatbot.Hotline;

/// <summary>What a citizen keeps to ask later what became of a matter: six drawn characters and a check character, for example <c>K7M4PQX</c>.</summary>
/// <remarks>
/// The 23 characters hold no look-alikes (0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V, G). 23 is prime and the weights differ, so one wrong character
/// or two neighbours exchanged never pass the check. About 130 million codes: knowing one cannot be guessed through a chat.
/// </remarks>
public static class TrackingCode
{
    public const int Length = 7;

    private const string Alphabet = "34679ACDEFHJKMNPQRTVWXY";

    public static string New()
    {
        Span<char> drawn = stackalloc char[Length - 1];
        do
        {
            for (var i = 0; i < drawn.Length; i++) drawn[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        }
        while (!IsMixed(drawn));
        return $"{drawn}{Check(drawn)}";
    }

    /// <summary>Reads a code as people write it: any case, with blanks or dashes inside.</summary>
    /// <returns>Null: not one of our codes, or a slip of the pen.</returns>
    public static string? Read(string written)
    {
        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var letter in written)
        {
            if (letter is ' ' or '-' or '.') continue;
            if (length == Length) return null;
            code[length++] = char.ToUpperInvariant(letter);
        }
        return length == Length && IsValid(code) ? code.ToString() : null;
    }

    /// <summary>The first code inside a sentence ("tình trạng K7M-4PQX").</summary>
    /// <returns>Null: the sentence holds none.</returns>
    public static string? Find(string sentence)
    {
        foreach (var word in sentence.Split([' ', ',', ':', ';', '?', '!', '(', ')', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Read(word) is { } code) return code;
        }
        return null;
    }

    /// <summary>As it is shown: <c>K7M-4PQX</c>.</summary>
    public static string Show(string code) => code.Length == Length ? $"{code[..3]}-{code[3..]}" : code;

    private static bool IsValid(ReadOnlySpan<char> code)
    {
        foreach (var letter in code)
        {
            if (!Alphabet.Contains(letter)) return false;
        }
        return IsMixed(code[..^1]) && code[^1] == Check(code[..^1]);
    }

    // A code holds a digit and a letter, so that no Vietnamese word and no number is taken for one.
    private static bool IsMixed(ReadOnlySpan<char> drawn) =>
        drawn.ContainsAnyInRange('3', '9') && drawn.ContainsAnyInRange('A', 'Y');

    private static char Check(ReadOnlySpan<char> drawn)
    {
        var sum = 0;
        for (var i = 0; i < drawn.Length; i++) sum += (i + 2) * Alphabet.IndexOf(drawn[i]);
        return Alphabet[sum % Alphabet.Length];
    }
}
