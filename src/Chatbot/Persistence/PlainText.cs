using System.Globalization;
using System.Text;

namespace Chatbot.Persistence;

/// <summary>Text for searching: lower case, without accents, "đ" as "d", one blank between words. Both databases compare it alike.</summary>
public static class PlainText
{
    private const int MostWords = 8;

    /// <summary>What somebody looks for, word by word; beyond eight words nothing is narrowed down further.</summary>
    public static IEnumerable<string> Words(string search) => Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsWhiteSpace(letter)) plain.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }
}
