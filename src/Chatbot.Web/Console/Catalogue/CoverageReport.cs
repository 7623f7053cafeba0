using System.Text.RegularExpressions;
using Chatbot.Persistence;

namespace Chatbot.Web.Console.Catalogue;

public enum CoverageState { Have, Outdated, Missing }

/// <summary>One line of an issued list, and what the catalogue has for it.</summary>
/// <param name="Note">Empty: nothing to say.</param>
/// <param name="VersionId">Where it is read; null: nothing was found, or it comes from the starter catalogue.</param>
public sealed record CoverageLine(string Code, string Title, CoverageState State, string Note, Guid? VersionId);

/// <summary>What is known of a procedure for the comparison.</summary>
public sealed record KnownEntry(Guid? VersionId, string Code, string Title, EntryState State, string? ReplacedBy);

/// <summary>An issued list against the catalogue: what is there, outdated or missing, and what is there beyond it.</summary>
public sealed partial record CoverageReport(IReadOnlyList<CoverageLine> Lines, IReadOnlyList<KnownEntry> Extra)
{
    private const int MostLines = 20_000;

    public int Count(CoverageState state) => Lines.Count(line => line.State == state);

    /// <summary>0 to 100, one digit; 100 for an empty list.</summary>
    public double Percent => Lines.Count == 0 ? 100 : Math.Round(100.0 * Count(CoverageState.Have) / Lines.Count, 1);

    /// <param name="list">One procedure a line: its code, its title, or both in any order, with whatever divides them.</param>
    /// <param name="known">The newest version of each.</param>
    public static CoverageReport Of(IEnumerable<string> list, IReadOnlyList<KnownEntry> known)
    {
        var byCode = known.GroupBy(k => k.Code).ToDictionary(same => same.Key, same => same.First());
        var byTitle = known.GroupBy(k => Key(k.Title)).ToDictionary(same => same.Key, same => same.OrderBy(k => k.State).First());
        var lines = list.Select(Parsed).Where(line => line.Code.Length + line.Title.Length > 0).DistinctBy(line => (line.Code, line.Code.Length > 0 ? "" : Key(line.Title)))
            .Take(MostLines).Select(line => Found(line.Code, line.Title, byCode, byTitle)).ToList();
        var listed = lines.Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        return new CoverageReport(lines, [.. known.Where(k => k.State == EntryState.InForce && !listed.Contains(k.Code))]);
    }

    private static CoverageLine Found(string code, string title, Dictionary<string, KnownEntry> byCode, Dictionary<string, KnownEntry> byTitle)
    {
        if (code.Length > 0 && byCode.TryGetValue(code, out var entry)) return InList(entry, title);
        if (title.Length > 0 && byTitle.TryGetValue(Key(title), out var named))
            return code.Length == 0 ? InList(named, title) : new CoverageLine(code, title, CoverageState.Outdated, CatalogueTexts.OtherCode(named.Code), named.VersionId);
        return new CoverageLine(code, title, CoverageState.Missing, "", null);
    }

    private static CoverageLine InList(KnownEntry entry, string title)
    {
        var said = title.Length > 0 ? title : entry.Title;
        if (entry.State == EntryState.InForce)
            return new CoverageLine(entry.Code, said, CoverageState.Have, title.Length > 0 && Key(title) != Key(entry.Title) ? CatalogueTexts.OtherTitle(entry.Title) : "", entry.VersionId);
        var note = entry.ReplacedBy is { } other ? CatalogueTexts.ReplacedNote(other) : EntryStates.Words(entry.State);
        return new CoverageLine(entry.Code, said, CoverageState.Outdated, note, entry.VersionId);
    }

    // "12. 1.001193 – Đăng ký khai sinh;": a code anywhere, the rest without numbers of the list and signs at its ends is the title.
    private static (string Code, string Title) Parsed(string line)
    {
        var code = Code().Match(line);
        var rest = code.Success ? line.Remove(code.Index, code.Length) : line;
        return (code.Value, Ends().Replace(rest.Normalize(), "").Trim());
    }

    private static string Key(string title) => NotLetters().Replace(PlainText.Of(title), "");

    [GeneratedRegex(@"(?<!\d)\d\.\d{6}(?!\d)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:\d{1,4}\s*[.)|;,\t])?[\s|;,.\-–""']*|[\s|;,.\-–""']+$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[^a-z0-9]")]
    private static partial Regex NotLetters();
}
