namespace Chatbot.Web.Console.Lists;

/// <summary>A cell that a spreadsheet shows and never computes, whatever somebody typed into it.</summary>
public static class SafeCell
{
    private const int Longest = 32_000;   // a workbook's cell holds 32,767

    /// <summary>A text that begins like a formula gets an apostrophe; characters that XML forbids go.</summary>
    public static string Of(string text)
    {
        var clean = text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text : string.Concat(text.Where(letter => letter is '\n' or '\t' or >= ' '));
        if (clean.Length > Longest) clean = clean[..Longest];
        return BeginsFormula(clean) ? "'" + clean : clean;
    }

    // Also after blanks, and the wide forms that some programs take for the narrow ones.
    private static bool BeginsFormula(string text) => text.TrimStart() is [var first, ..] && "=+-@＝＋－＠".Contains(first, StringComparison.Ordinal) || text is ['\t' or '\n', ..];
}
