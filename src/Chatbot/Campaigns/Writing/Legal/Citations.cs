using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing.Legal;

/// <summary>Numbers of legal documents in a text, such as <c>46/2014/NĐ-CP</c>, <c>12/CT-TTg</c> or <c>31/2024/QH15</c>, and as they were before 1997: <c>121-TCTK/PPCĐ</c>, <c>64-CP</c>.</summary>
public static partial class Citations
{
    /// <returns>Each once, as it was written first.</returns>
    public static IReadOnlyList<string> In(string text) => [.. Numbers().Matches(Composed(text)).Select(match => Blanks().Replace(match.Value, "")).DistinctBy(KeyOf)];

    /// <summary>A text can cite it: the whole of it is found as one number.</summary>
    public static bool IsNumber(string written) => In(written) is [var only] && KeyOf(only) == KeyOf(written);

    /// <summary>The text with its numbers of documents taken out.</summary>
    public static string Without(string text) => Numbers().Replace(Composed(text), " ");

    /// <summary>The same for every way of writing one number: large letters without accents, no blanks, no zeros in front.</summary>
    public static string KeyOf(string number)
    {
        var key = new StringBuilder(number.Length);
        foreach (var letter in Blanks().Replace(number, "").Replace('–', '-').Replace('—', '-').ToUpperInvariant().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) key.Append(letter == 'Đ' ? 'D' : letter);
        return key.ToString().TrimStart('0');
    }

    private static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    // With a year any letters do ("31/2024/QH15"); without one there must be two groups ("12/CT-TTg"), or "5/NGƯỜI" would be one. Old ones have a hyphen behind the number.
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.,])\d{1,5}(?:\s?/\s?(?:19|20)\d{2}\s?/\s?\p{Lu}[\p{L}\p{N}]{0,11}(?:\s?[-–]\s?\p{Lu}[\p{L}\p{N}]{0,11}){0,4}|\s?/\s?\p{Lu}[\p{L}\p{N}]{0,11}(?:\s?[-–]\s?\p{Lu}[\p{L}\p{N}]{0,11}){1,4}|\s?[-–]\s?(?:\p{Lu}[\p{L}\p{N}]{0,11}\s?/\s?\p{Lu}[\p{L}\p{N}]{1,11}|CP|TTg|HĐBT|HĐNN))(?![\p{L}\p{N}])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
