using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>The short cells: levels, applicant kinds, conditions, dates and links.</summary>
public static partial class Attributes
{
    /// <summary>Levels in the order of the enum; spelling on the portal varies ("Cấp Bộ", "Cấp bộ/ngành").</summary>
    public static IReadOnlyList<AgencyLevel> Levels(string cell) =>
        [.. cell.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Level).OfType<AgencyLevel>().Distinct().Order()];

    /// <summary>"Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức": commas inside brackets and inside known kinds do not divide.</summary>
    public static IReadOnlyList<string> ApplicantKinds(string cell)
    {
        const string servants = "Cán bộ, công chức, viên chức";
        var guarded = cell.Replace(servants, servants.Replace(", ", "\u0001", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        return [.. OutsideBrackets().Split(guarded).Select(k => k.Replace("\u0001", ", ", StringComparison.Ordinal).Trim())
            .Where(k => !SourceText.IsNothing(k)).Distinct()];
    }

    public static IReadOnlyList<string> Conditions(string text)
    {
        var said = SourceText.Said(text);
        return NoCondition().IsMatch(said) ? [] : SourceText.Paragraphs(said);
    }

    /// <summary>First day of what the crawl names ("2026-07-17/18", "2026-06/07", "2025-12"); null when it names none.</summary>
    public static DateOnly? CrawlDate(string crawl)
    {
        var match = CrawlDay().Match(crawl);
        if (!match.Success) return null;
        var (year, month) = (Int(match.Groups[1]), Int(match.Groups[2]));
        var day = match.Groups[3].Success ? Int(match.Groups[3]) : 1;
        return month is >= 1 and <= 12 && year >= 2000 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The first address that is one (http or https); empty when none is.</summary>
    public static string Url(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
            if (Uri.TryCreate(candidate, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") return candidate;
        return "";
    }

    /// <summary>Title without the portal's stray points and breaks; capitals stay, for nobody knows which of them are names.</summary>
    public static string Title(string title) => SourceText.Said(StrayEnds().Replace(SourceText.Line(title), ""));

    private static int Int(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static AgencyLevel? Level(string name) => name.ToLowerInvariant() switch
    {
        "cấp xã" => AgencyLevel.Commune,
        "cấp tỉnh" => AgencyLevel.Province,
        "cấp bộ" or "cấp bộ/ngành" => AgencyLevel.Ministry,
        _ => SourceText.IsNothing(name) ? null : AgencyLevel.Other,
    };

    [GeneratedRegex(@",(?![^(]{0,200}\)) *")]
    private static partial Regex OutsideBrackets();

    [GeneratedRegex(@"^(?:[-+*] ?)?(?:không(?: có| quy định| yêu cầu)?(?: yêu cầu,? ?(?:và )?điều kiện| yêu cầu| điều kiện| quy định)?(?: thực hiện)?)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoCondition();

    [GeneratedRegex(@"^(\d{4})-(\d{2})(?:-(\d{2}))?")]
    private static partial Regex CrawlDay();

    [GeneratedRegex(@"^[.\s,;]+|(?<!\.)\.\s*$")]
    private static partial Regex StrayEnds();
}
