using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>"Căn cứ pháp lý": titles and numbers glued ("Luật 54/2014/QH1354/2014/QH13"). A number glued to what stands around it closes an entry.</summary>
public static partial class LegalBasesParser
{
    private const string Head = "Tên văn bản pháp lýMã văn bản";

    public static Parsed<LegalBasis> Parse(string text, IReadOnlyList<PortalTables.LegalRow> table)
    {
        if (table.Count > 0) return FromTable(table);
        var said = SourceText.Said(text);
        if (said.StartsWith(Head, StringComparison.Ordinal)) return Glued(SourceText.Line(said[Head.Length..]));
        return said.Length == 0 ? new([], Sure: true) : new([.. SourceText.Paragraphs(said).Where(p => !p.StartsWith('|')).Select(p => new LegalBasis(p, ""))], Sure: said.StartsWith('|'));
    }

    private static Parsed<LegalBasis> FromTable(IReadOnlyList<PortalTables.LegalRow> table)
    {
        var bases = table.Select(row => new LegalBasis(SourceText.Said(row.Title), SourceText.Said(row.Number)))
            .Where(b => b.Title.Length + b.Number.Length > 0)
            .Select(b => b.Title.Length > 0 ? b : b with { Title = b.Number });
        return new([.. bases], Sure: true);
    }

    private static Parsed<LegalBasis> Glued(string text)
    {
        var bases = new List<LegalBasis>();
        var from = 0;
        foreach (var number in Closing(text))
        {
            var title = text[from..number.Index].Trim();
            bases.Add(new LegalBasis(title.Length > 0 ? title : number.Value.Trim(), number.Value.Trim()));
            from = number.Index + number.Length;
        }
        var rest = text[from..].Trim(' ', '.', ';', ',', '\n');
        if (rest.Length > 0) bases.Add(new LegalBasis(rest, ""));
        return new(bases, Sure: rest.Length == 0 && bases.Count > 0);
    }

    private static IEnumerable<Match> Closing(string text)
    {
        var numbers = Number().Matches(text);
        var opened = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var after = numbers[i].Index + numbers[i].Length;
            if (Repeated(numbers, i) || !Closes(text, numbers[i].Index, after, opened)) continue;
            yield return numbers[i];
            opened = after;
        }
    }

    // The title ends with the number, and the number itself follows: "Luật 54/2014/QH13" + "54/2014/QH13".
    private static bool Repeated(MatchCollection numbers, int i) =>
        i + 1 < numbers.Count && numbers[i + 1].Index == numbers[i].Index + numbers[i].Length
        && numbers[i].Value.Contains(numbers[i + 1].Value, StringComparison.Ordinal);

    private static bool Closes(string text, int start, int after, int opened)
    {
        if (after == text.Length || char.IsLetterOrDigit(text[after])) return true;
        var glued = start > opened && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] != '(';
        var next = text.AsSpan(after).TrimStart(" .;,");
        return glued && (next.IsEmpty || (char.IsWhiteSpace(text[after]) && char.IsUpper(next[0])));
    }

    private const string Issuer = "(?:BLĐTBXH|BNNPTNT|BVHTTDL|BTNMT|BNNMT|BGTVT|BKHCN|BKHĐT|BTTTT|BGDĐT|BDTTG|BHXH|BTCCBCP|TANDTC|VKSNDTC|VPCP|VPQH|NHNN|UBDT|TTCP|TTg|TTG|TLĐ|BTC|BTP|BCA|BQP|BYT|BNV|BXD|BCT|BNG|BCN|BTS|BTM|CP)";

    // The number column holds "46/2020" only: glued to the title's end.
    private const string Bare = @"(?:(?<=[^\s\d/(.])|(?<=[^\d\s]\.)|(?<=[ /-](?:19|20)\d\d)|(?<=QH1\d))\d{1,4}/(?:19|20)\d\d(?=$|\p{L})";

    // The digits: not inside a longer run, unless that run is a year or "QH13" that belongs to the title before it.
    [GeneratedRegex(@"(?:(?:(?<!\s|^|\()(?:Bộ luật|Luật|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Nghị quyết|Pháp lệnh)\s+(?:[Ss]ố:? ?)?|(?<!\s)[Ss]ố:? ?)?(?:(?<![\d/]|\d\.)|(?<=QH1\d)|(?<=[ /-](?:19|20)\d\d))\d{1,4}(?:\.\d{1,2})?[a-z]?/(?:(?:19|20)\d\d/)?(?:N[ĐD] ?- ?CP|NQ ?- ?CP|NQ-QH1\d|NQ-HĐND|(?:PL-)?UBTVQH1?\d|QH1\d|QH[89]|VBHN-" + Issuer + "|(?:TTLT|TT|QĐ|CT|VBHN)[-/ ]{1,2}" + Issuer + "(?:[-/]" + Issuer + ")*)|" + Bare + ")")]
    private static partial Regex Number();
}
