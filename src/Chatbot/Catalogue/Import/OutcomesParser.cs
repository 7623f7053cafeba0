using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>"Kết quả xử lý": name and "Mã: KQ.G24.000048", several glued, and the page's furniture at the end, which is cut off.</summary>
public static partial class OutcomesParser
{
    public static Parsed<Outcome> Parse(string text, IReadOnlyList<PortalTables.ResultRow> table)
    {
        if (table.Count > 0) return new([.. table.Select(r => new Outcome(Name(r.Name)) { Code = SourceText.Said(r.Code) }).Where(o => o.Name.Length > 0)], Sure: true);
        var said = SourceText.Said(Furniture().Replace(text, ""));
        if (said.Length == 0) return new([], Sure: true);
        var outcomes = new List<Outcome>();
        var from = 0;
        foreach (Match code in Code().Matches(said))
        {
            if (Name(said[from..code.Index]) is { Length: > 0 } name) outcomes.Add(new Outcome(name) { Code = code.Groups[1].Value });
            from = code.Index + code.Length;
        }
        if (Name(said[from..]) is { Length: > 0 } rest) outcomes.Add(new Outcome(rest));
        return new(outcomes, Sure: true);
    }

    private static string Name(string text) => SourceText.Said(SourceText.Line(text).Trim(' ', '*', '-', '+', ';', '`', '(', '/'));

    [GeneratedRegex(@"Từ khóa.*Mô tả.*$|Chọn cơ quan thực hiện.*$", RegexOptions.Singleline)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"\(?Mã: ?`?(KQ[.-][A-Z0-9]+\.\d{5,6}|000\.00\.00\.[A-Z]\d+-KQ\.?\d{1,6}|\d{1,12}|[A-Z]{2,8}\d{0,6}(?=$|\n|\p{Lu}\p{Ll})|[\w.-]{1,20}(?=$|\n))`?\)?")]
    private static partial Regex Code();
}
