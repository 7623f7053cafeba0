using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>Digits of a time without unit and of an amount run together: "120,000" is 1 and 20,000.</summary>
public static partial class GluedDigits
{
    /// <returns>Time and amount when exactly one cut leaves a well-formed amount (no leading zero, groups of three); else null.</returns>
    public static (string Time, string Amount)? Split(string digits)
    {
        (string, string)? only = null;
        for (var cut = 1; cut < digits.Length && cut <= 3 && char.IsAsciiDigit(digits[cut - 1]); cut++)
        {
            if (!Amount().IsMatch(digits[cut..])) continue;
            if (only is not null) return null;
            only = (digits[..cut], digits[cut..]);
        }
        return only;
    }

    [GeneratedRegex(@"^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d*$")]
    private static partial Regex Amount();
}
