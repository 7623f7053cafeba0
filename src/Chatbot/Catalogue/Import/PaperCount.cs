using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>Where the count of a paper starts when the paper's own last digits are glued to it: "ngày 02/7/2025" + "0 bản chính".</summary>
public static partial class PaperCount
{
    /// <returns>Start of the digits that are the count, and whether that is certain; -1: not a count but words ("01 bản chính hoặc …").</returns>
    public static (int Start, bool Certain) Start(string text, Match count)
    {
        var digits = count.Groups["originals"].Success ? count.Groups["originals"] : count.Groups["copies"];
        var year = YearBefore().Match(text[Math.Max(0, digits.Index - 8)..(digits.Index + digits.Length)]);
        if (year.Success) return (digits.Index + digits.Length - year.Groups[1].Length, true);
        if (digits.Length == 1) return (digits.Index, digits.Index == 0 || text[digits.Index - 1] != '(');
        if (digits.Value[0] == '0') return (-1, true);
        var glued = digits.Index > 0 && (char.IsLetter(text[digits.Index - 1]) || text[digits.Index - 1] is '.' or ';' or ')' or ',');
        return glued && digits.Length == 2 ? (digits.Index, true) : (digits.Index + digits.Length - 1, false);   // "Điều 8" + "1 bản chính"
    }

    // A year of a date or the number of a National Assembly, then the one or two digits of the count.
    [GeneratedRegex(@"(?:[ /.-](?:19|20)\d\d|QH1\d)(\d{1,2})$")]
    private static partial Regex YearBefore();
}
