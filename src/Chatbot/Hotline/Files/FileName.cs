using System.Text;

namespace Chatbot.Hotline.Files;

/// <summary>A name that is only a name.</summary>
public static class FileName
{
    private const int Longest = 100;

    /// <summary>Without folders, control and format characters (which turn text around) and signs that systems give a meaning; with this ending.</summary>
    public static string Clean(string given, string ending)
    {
        var name = given.Normalize(NormalizationForm.FormC);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot >= 0) name = name[..dot];
        var plain = new StringBuilder();
        foreach (var letter in name.Where(IsPlain)) plain.Append(char.IsWhiteSpace(letter) ? ' ' : letter);
        var clean = plain.ToString().Trim(' ', '-', '_');
        if (clean.Length > Longest) clean = clean[..Longest].TrimEnd();
        return (clean.Length == 0 ? "tep" : clean) + ending;
    }

    private static bool IsPlain(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark
        || letter is ' ' or '-' or '_' or '(' or ')' or ',' or '+';
}
