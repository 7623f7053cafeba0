using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Radio;

/// <summary>Turns written Vietnamese into what an announcer says: nothing is left that must be worked out while reading, no digit, abbreviation or link.</summary>
public sealed partial class SpokenText(NumberWords numbers)
{
    private readonly SpokenNumbers spoken = new(numbers);
    private readonly SpokenNames names = new(numbers);

    /// <returns>Lines stay lines; without digits.</returns>
    public string Of(string written)
    {
        var text = string.Concat(written.Normalize().Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
        text = SpokenNames.Links(text);
        text = names.Documents(text);
        text = spoken.Times(spoken.Dates(text));
        text = spoken.Money(text);
        text = SpokenNumbers.Codes(SpokenNumbers.Phones(text));
        text = names.Roman(text);
        text = spoken.Measures(text);
        text = SpokenNames.Abbreviations(text);
        text = spoken.Rest(text);
        return Tidied(text);
    }

    private static string Tidied(string text)
    {
        text = Bullet().Replace(text, "");
        text = text.Replace("…", ".", StringComparison.Ordinal).Replace("&", " và ", StringComparison.Ordinal).Replace("%", " phần trăm", StringComparison.Ordinal);
        text = text.Replace("+", " cộng ", StringComparison.Ordinal).Replace("/", " hoặc ", StringComparison.Ordinal);
        text = Bracket().Replace(text, ", ");
        text = Dash().Replace(text, ", ");
        text = Blanks().Replace(text, " ");
        return Doubled().Replace(BlankBeforeSign().Replace(text, "$1"), "$1").Trim(' ', ',');
    }

    [GeneratedRegex(@"^[ \t]*[-–•*+][ \t]+", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[ \t]*[()\[\]{}""“”«»][ \t]*")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[ \t]+[-–—][ \t]+")]
    private static partial Regex Dash();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[ \t]+([,.;:?!])")]
    private static partial Regex BlankBeforeSign();

    [GeneratedRegex(@"[,;]+[ \t]*([,.;:?!\n])")]
    private static partial Regex Doubled();
}
