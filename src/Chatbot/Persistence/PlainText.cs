using System.Globalization;
using System.Text;

namespace Chatbot.Persistence;

/// <summary>Text for searching: lower case, without accents, "đ" as "d", one blank between words. Both databases compare it alike.</summary>
public static class PlainText
{
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
