using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>
/// "Thành phần hồ sơ": a heading, then a table of papers, then the next heading … all glued. Each paper ends with its counts;
/// what stands between the last counts and the next table's head is the next case's heading.
/// </summary>
public static partial class DocumentsParser
{
    private const string Head = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
    private const string FlatHead = "Tên giấy tờ Mẫu đơn, tờ khai Số lượng";

    public static Parsed<DocumentCase> Parse(string text, IReadOnlyList<PortalTables.DocumentRow> table)
    {
        var said = SourceText.Said(text);
        if (said.Contains(Head, StringComparison.Ordinal))
        {
            var glued = Tables(said, Head, Counts(), sure: true);
            return table.Count >= glued.Items.Sum(c => c.Documents.Count) && table.Count > 0 ? FromTable(table) : glued;
        }
        if (table.Count > 0) return FromTable(table);
        if (said.Contains(FlatHead, StringComparison.Ordinal)) return Tables(said, FlatHead, FlatCounts(), sure: false);
        if (said.Length == 0) return new([], Sure: true);
        var papers = SourceText.Paragraphs(said).Where(p => !p.StartsWith('|')).Select(p => new RequiredDocument(p)).ToList();   // "|": the head of an empty table
        return papers.Count == 0 ? new([], Sure: true) : new([new DocumentCase("", papers)], Sure: false);
    }

    private static Parsed<DocumentCase> Tables(string text, string head, Regex counts, bool sure)
    {
        var parts = text.Split(head);
        var cases = new List<DocumentCase>();
        var heading = parts[0];
        foreach (var part in parts[1..])
        {
            var (papers, rest, partSure) = Papers(part, counts);
            sure &= partSure;
            if (papers.Count > 0) cases.Add(new DocumentCase(CaseName(heading), papers));
            else sure &= CaseName(heading).Length == 0;   // a case without papers: only the original text tells
            heading = rest;
        }
        return new(Merged(cases), sure && CaseName(heading).Length == 0);
    }

    private static (List<RequiredDocument> Papers, string After, bool Sure) Papers(string part, Regex counts)
    {
        var papers = new List<RequiredDocument>();
        var (at, sure) = (0, true);
        foreach (Match count in counts.Matches(part))
        {
            var (digitsAt, certain) = PaperCount.Start(part, count);
            var labelled = counts == FlatCounts();   // "Bản chính: 1": the words stand before the digits
            if (digitsAt < at) continue;   // "(01 bản chính)" inside the paper's own words
            var (name, form, named) = FormName.Split(SourceText.Clean(part[at..(labelled ? count.Index : digitsAt)]));
            sure &= named && certain;
            at = count.Index + count.Length;
            if (name.Length == 0 && form is null) continue;
            var originals = count.Groups["originals"];
            papers.Add(Paper(name, form, originals.Success ? Count(part[digitsAt..(originals.Index + originals.Length)]) : null, Count(count.Groups["copies"].Value)));
        }
        return (papers, part[at..], sure);
    }

    private static Parsed<DocumentCase> FromTable(IReadOnlyList<PortalTables.DocumentRow> table)
    {
        var cases = table.GroupBy(row => CaseName(row.Case)).Select(rows => new DocumentCase(rows.Key, [.. rows.Select(FromRow).OfType<RequiredDocument>()]));
        return new([.. cases.Where(c => c.Documents.Count > 0)], Sure: true);
    }

    /// <summary>Null: the row names neither paper nor form.</summary>
    private static RequiredDocument? FromRow(PortalTables.DocumentRow row)
    {
        var file = row.Files.Trim('[', ']', ' ');
        var form = SourceText.IsNothing(file) ? null : new Form(file);
        var name = SourceText.Said(row.Name);
        return name.Length == 0 && form is null ? null : Paper(name, form, Count(row.Originals), Count(row.Copies));
    }

    // "0 bản chính" alone is how the portal prints an empty cell: no counts, not "none needed".
    private static RequiredDocument Paper(string name, Form? form, int? originals, int? copies)
    {
        var counted = originals is > 0 || copies is > 0;
        return new RequiredDocument(name.Length > 0 ? Bullet().Replace(name, "") : form!.Name)
        {
            Originals = counted ? originals : null,
            Copies = counted ? copies : null,
            Form = form,
        };
    }

    private static int? Count(string text) => int.TryParse(text, out var count) && count is >= 0 and < 1000 ? count : null;

    private static string CaseName(string heading)
    {
        var name = SourceText.Line(heading).Trim(' ', '-', '*', ':', '•', '+', '.', ';');
        return name is "Bao gồm" or "Thành phần hồ sơ" || SourceText.IsNothing(name) ? "" : name;
    }

    private static List<DocumentCase> Merged(List<DocumentCase> cases) =>
        [.. cases.GroupBy(c => c.Name).Select(same => new DocumentCase(same.Key, [.. same.SelectMany(c => c.Documents)]))];

    [GeneratedRegex(@"(?:(?<originals>\d{1,10}) bản chính(?:, ?(?<copies>\d{1,3}) bản sao)?|(?<copies>\d{1,3}) bản sao)(?! (?!\(?[\p{Ll}\d]{1,3}[.\d]*\))[\p{Ll}(]|[);,.])")]
    private static partial Regex Counts();

    [GeneratedRegex(@" ?Bản chính: (?<originals>\d{1,3}) - Bản sao: (?<copies>\d{1,3}) ?")]
    private static partial Regex FlatCounts();

    [GeneratedRegex(@"^(?:[-+*•] ?)+")]
    private static partial Regex Bullet();
}
