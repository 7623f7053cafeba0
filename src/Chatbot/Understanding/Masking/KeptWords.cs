namespace Chatbot.Understanding.Masking;

/// <summary>What looks personal and is public all the same: the office's own numbers, addresses and officials' published names.</summary>
public sealed class KeptWords
{
    public static readonly KeptWords None = new([], []);

    private readonly HashSet<string> numbers;
    private readonly string[][] phrases;

    /// <param name="numbers">Phone numbers as people write them; only their digits count.</param>
    /// <param name="phrases">Addresses, names: kept where they stand word for word; accents and case must agree only as far as written.</param>
    public KeptWords(IEnumerable<string> numbers, IEnumerable<string> phrases)
    {
        this.numbers = [.. numbers.Select(n => National(Digits(n))).Where(n => n.Length >= 3)];
        this.phrases = [.. phrases.Select(p => Scanner.Scan(p, new HashSet<string>()).Where(t => t.IsWordOrDigits).Select(t => t.Folded).ToArray()).Where(p => p.Length > 0)];
    }

    internal IReadOnlyList<string[]> Phrases => phrases;

    internal bool HasNumber(string digits) => numbers.Contains(National(digits));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string National(string digits) =>
        digits.StartsWith("84", StringComparison.Ordinal) && digits.Length >= 11 ? $"0{digits[2..]}" : digits;
}
