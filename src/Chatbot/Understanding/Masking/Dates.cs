using System.Globalization;

namespace Chatbot.Understanding.Masking;

/// <summary>Dates, hours and years by their shape.</summary>
internal static class Dates
{
    /// <returns>Position after a date such as 01/07/2025 or 1.7.2025 that starts here; <paramref name="at"/> itself: none does.</returns>
    public static int After(Page page, int at)
    {
        if (at + 4 >= page.Count || !IsPart(page, at, 31) || page[at].Length > 2) return at;
        if (page[at + 1].Kind != TokenKind.Sign || page[at + 1].Text[0] is not ('/' or '.' or '-') || page[at + 3].Text != page[at + 1].Text) return at;
        if (page[at + 1].Gap > 0 || page[at + 2].Gap > 0 || page[at + 3].Gap > 0 || page[at + 4].Gap > 0) return at;
        if (!IsPart(page, at + 2, 12) || page[at + 2].Length > 2 || !IsYear(page, at + 4)) return at;
        return GoesOn(page, at + 5) ? at : at + 5;
    }

    public static bool IsYear(Page page, int at) =>
        at < page.Count && page[at].IsDigits && page[at].Length == 4 && int.Parse(page[at].Text, CultureInfo.InvariantCulture) is >= 1900 and <= 2100;

    /// <summary>Opening hours written with dots: 07.30 - 11.30.</summary>
    public static bool AreHours(IReadOnlyList<string> groups) =>
        groups.Count is 2 or 4 && groups.All(g => g.Length <= 2)
        && groups.Where((_, i) => i % 2 == 0).All(g => int.Parse(g, CultureInfo.InvariantCulture) <= 23) && groups.Where((_, i) => i % 2 == 1).All(g => g is "00" or "15" or "30" or "45");

    private static bool IsPart(Page page, int at, int most) => page[at].IsDigits && int.TryParse(page[at].Text, out var number) && number >= 1 && number <= most;

    private static bool GoesOn(Page page, int at) =>
        at + 1 < page.Count && page[at].Gap == 0 && page[at].Kind == TokenKind.Sign && page[at].Text[0] is ('.' or '-') && page[at + 1].Gap == 0 && page[at + 1].IsDigits;
}
