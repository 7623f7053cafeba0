using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Chatbot.Campaigns.Writing.Legal;

/// <summary>A register as a CSV file: so_hieu, ten_ngan, trich_yeu, ngay_ban_hanh, trang_thai, tu_ngay, thay_the_boi. Every line that cannot be read is told, none is guessed.</summary>
public static class LegalFile
{
    public const int MostLines = 20_000;

    private static readonly Dictionary<string, LegalStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["còn hiệu lực"] = LegalStatus.InForce, ["hieu luc"] = LegalStatus.InForce, ["inforce"] = LegalStatus.InForce, [""] = LegalStatus.InForce,
        ["sửa đổi"] = LegalStatus.Amended, ["đã sửa đổi"] = LegalStatus.Amended, ["bị sửa đổi"] = LegalStatus.Amended, ["hết hiệu lực một phần"] = LegalStatus.Amended, ["amended"] = LegalStatus.Amended,
        ["hết hiệu lực"] = LegalStatus.Repealed, ["bãi bỏ"] = LegalStatus.Repealed, ["bị bãi bỏ"] = LegalStatus.Repealed, ["bị thay thế"] = LegalStatus.Repealed, ["repealed"] = LegalStatus.Repealed,
    };

    public static (IReadOnlyList<LegalEntry> Entries, IReadOnlyList<LegalLineFault> Faults) Read(TextReader file)
    {
        var entries = new List<LegalEntry>();
        var faults = new List<LegalLineFault>();
        var first = file.ReadLine() ?? "";
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = first.Contains(';', StringComparison.Ordinal) && !first.Contains(',', StringComparison.Ordinal) ? ";" : first.Contains('\t', StringComparison.Ordinal) ? "\t" : ",",
            HasHeaderRecord = false, BadDataFound = null, MissingFieldFound = null,
        };
        var columns = first.TrimStart('\uFEFF').Split(configuration.Delimiter).Select((name, at) => (name.Trim().Trim('"').ToLowerInvariant(), at)).ToDictionary(pair => pair.Item1, pair => pair.at);
        if (!columns.ContainsKey("so_hieu")) return ([], [new LegalLineFault(1, LegalFault.NoHeading, first)]);
        using var csv = new CsvReader(file, configuration);
        while (csv.Read() && entries.Count + faults.Count < MostLines)
        {
            var line = csv.Parser.RawRow + 1;
            if (Entry(name => columns.TryGetValue(name, out var at) ? csv.GetField(at) ?? "" : "", out var fault) is { } entry) entries.Add(entry);
            else faults.Add(new LegalLineFault(line, fault, csv.GetField(0) ?? ""));
        }
        return (entries, faults);
    }

    private static LegalEntry? Entry(Func<string, string> field, out LegalFault fault)
    {
        fault = LegalFault.Number;
        if (!Statuses.TryGetValue(CampaignContent.Tidy(field("trang_thai")), out var status))
        {
            fault = LegalFault.Status;
            return null;
        }
        if (!TryDay(field("ngay_ban_hanh"), out var issued) || !TryDay(field("tu_ngay"), out var since))
        {
            fault = LegalFault.Day;
            return null;
        }
        var entry = new LegalEntry(field("so_hieu"), status) { ShortName = field("ten_ngan"), Title = field("trich_yeu"), IssuedOn = issued, Since = since, ReplacedBy = field("thay_the_boi") }.Tidied();
        return entry.IsSound ? entry : null;
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateOnly.TryParseExact(text.Trim(), ["d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        day = read;
        return true;
    }
}

/// <param name="Line">From 1, as the file is opened in an editor.</param>
/// <param name="Found">Beginning of the line.</param>
public sealed record LegalLineFault(int Line, LegalFault Fault, string Found);

/// <summary>NoHeading: the first line does not name the columns. Number, Status, Day: that cell cannot be read.</summary>
public enum LegalFault { NoHeading, Number, Status, Day }
