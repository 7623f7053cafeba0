namespace Chatbot.Radio;

/// <summary>Whole numbers as Vietnamese says them: mốt, tư, lăm, linh or lẻ, nghìn or ngàn, triệu, tỷ.</summary>
/// <param name="Thousand">"nghìn" in the North, "ngàn" in the South.</param>
/// <param name="Gap">Stands for a missing ten: "linh" in the North, "lẻ" in the South.</param>
public sealed record NumberWords(string Thousand, string Gap)
{
    private const long Billion = 1_000_000_000;
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <param name="number">Not below zero.</param>
    public string Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number == 0 ? Digits[0] : Words(number, isInside: false);
    }

    /// <summary>One digit after the other, such as a phone number.</summary>
    public static string Each(string digits) => string.Join(' ', digits.Where(char.IsAsciiDigit).Select(d => Digits[d - '0']));

    private string Words(long number, bool isInside)
    {
        if (number < Billion) return Groups((int)number, isInside);
        var rest = number % Billion;
        return $"{Words(number / Billion, isInside)} tỷ{(rest == 0 ? "" : $" {Groups((int)rest, isInside: true)}")}";
    }

    private string Groups(int number, bool isInside)
    {
        var parts = new List<string>();
        foreach (var (group, name) in new[] { (number / 1_000_000, "triệu"), (number / 1_000 % 1_000, Thousand), (number % 1_000, "") })
            if (group > 0) parts.Add($"{Hundreds(group, isInside || parts.Count > 0)} {name}".Trim());
        return string.Join(' ', parts);
    }

    private string Hundreds(int number, bool isInside)
    {
        var (hundreds, rest) = (number / 100, number % 100);
        if (hundreds == 0 && !isInside) return Tens(rest);
        if (rest == 0) return $"{Digits[hundreds]} trăm";
        return rest < 10 ? $"{Digits[hundreds]} trăm {Gap} {Digits[rest]}" : $"{Digits[hundreds]} trăm {Tens(rest)}";
    }

    private static string Tens(int number)
    {
        if (number < 10) return Digits[number];
        var (tens, ones) = (number / 10, number % 10);
        var ten = tens == 1 ? "mười" : $"{Digits[tens]} mươi";
        return ones switch
        {
            0 => ten,
            1 when tens > 1 => $"{ten} mốt",
            4 when tens > 1 => $"{ten} tư",
            5 => $"{ten} lăm",
            _ => $"{ten} {Digits[ones]}",
        };
    }
}
