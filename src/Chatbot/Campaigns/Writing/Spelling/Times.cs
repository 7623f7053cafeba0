using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Campaigns.Writing.Spelling;

/// <summary>See <see cref="DatesAndNumbers"/>.</summary>
internal static partial class Times
{
    public static IEnumerable<SpellingFinding> Find(string text)
    {
        foreach (Match match in Written().Matches(text))
            if (!IsDuration(text[..match.Index], match) && Look(match) is { } finding) yield return finding;
    }

    private static SpellingFinding? Look(Match match)
    {
        var (hour, mark, part) = (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value.ToLowerInvariant(), match.Groups[4].Value.ToLowerInvariant());
        var minute = match.Groups[3].Length > 0 ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : 0;
        if (mark == ":" && match.Groups[3].Length < 2) return null;                       // a proportion
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return new SpellingFinding(SpellingKind.ImpossibleTime, match.Value, "");
        if (Contradicts(hour, part)) return new SpellingFinding(SpellingKind.ImpossibleTime, match.Value, "");
        var whole = part is "chiều" or "tối" or "pm" && hour < 12 ? hour + 12 : part == "trưa" && hour is 1 or 2 ? hour + 12 : hour;
        var isPlain = mark is ":" or "giờ" && whole == hour && part is not ("am" or "pm");
        return isPlain ? null : new SpellingFinding(SpellingKind.TimeForm, match.Value, minute > 0 ? $"{whole} giờ {minute:00}" : $"{whole} giờ");
    }

    /// <summary>"15 giờ sáng", "9 giờ trưa": one of the two is wrong.</summary>
    private static bool Contradicts(int hour, string part) => part switch
    {
        "sáng" or "am" => hour > 12,
        "trưa" => hour is not (10 or 11 or 12 or 13 or 14 or 1 or 2),
        "chiều" => hour is > 19 or (> 7 and < 12) or 0,
        "tối" => hour is not ((>= 5 and <= 12) or (>= 17 and <= 24)),
        _ => false,
    };

    // "trong 24h", "sau 72 giờ": hours that pass.
    private static bool IsDuration(string before, Match match) => match.Groups[2].Value != ":" && match.Groups[4].Length == 0 && match.Groups[3].Length == 0 && Lasting().IsMatch(before);

    [GeneratedRegex(@"(?<![\d:.,/-])(\d{1,3})\s?(giờ|h|g|:)\s?(\d{1,2})?(?:\s?(?:phút|p|'))?(?![\p{L}\d:])(?:\s*(sáng|trưa|chiều|tối|am|pm)(?!\p{L}))?", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?:trong|sau|quá|suốt|vòng|khoảng|mỗi|cách|nhất|đa|thiểu|hơn|dưới|trên|kéo dài|mất|thêm|trước|tối đa)\s*(?:vòng\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Lasting();
}
