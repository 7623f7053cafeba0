using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Campaigns.Audience;

/// <summary>Vietnamese phone numbers as people write them.</summary>
public static class PhoneNumbers
{
    /// <returns>With country code and without signs, such as <c>84912345678</c>; null: no Vietnamese number.</returns>
    public static string? Normalise(string written)
    {
        if (written.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '.' or '-' or '(' or ')' or '+'))) return null;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.StartsWith("84", StringComparison.Ordinal) && digits.Length is (11 or 12)) digits = "0" + digits[2..];
        // Spreadsheets drop the zero in front.
        if (digits.Length == 9 && digits[0] is ('3' or '5' or '7' or '8' or '9')) digits = "0" + digits;
        var isNumber = digits.Length is (10 or 11) && digits[0] == '0' && digits[1] is ('2' or '3' or '5' or '7' or '8' or '9') && (digits.Length == 11) == (digits[1] == '2');
        return isNumber ? "84" + digits[1..] : null;
    }

    /// <summary>SHA-256, hex: nobody reads a number out of a list by accident. (It is no secret: whoever has the table can try all numbers.)</summary>
    public static string HashOf(string normalised) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("phone:" + normalised)));
}
