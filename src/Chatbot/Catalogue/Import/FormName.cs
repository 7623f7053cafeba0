using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>The template file's name, glued to the end of a paper's name: "… theo mẫu.Mẫu số 04.docx".</summary>
public static partial class FormName
{
    /// <returns>Paper, form (null: none) and whether the cut between them is certain.</returns>
    public static (string Name, Form? Form, bool Sure) Split(string text)
    {
        var extension = Extension().Match(text);
        if (!extension.Success) return (text, null, true);
        var window = Math.Max(0, extension.Index - 130);
        var cuts = Glue().Matches(text[..(extension.Index + 1)], window).Select(m => m.Index).Where(i => i > 0).ToList();
        foreach (var cut in cuts)
            if (KnownStart().IsMatch(text[cut..])) return At(text, cut, sure: true);
        if (cuts.Count > 0) return At(text, cuts[^1], sure: true);
        return window == 0 && extension.Index < 60 ? ("", new Form(text), true) : (text, null, false);
    }

    private static (string, Form, bool) At(string text, int cut, bool sure) =>
        (text[..cut].TrimEnd(), new Form(FileNames().Replace(text[cut..], "$1; ").Trim()), sure);

    // Where two cells were glued: after a closing sign, a year or a document's number, or a capital right after a small letter or a digit.
    [GeneratedRegex(@"(?<=[;,)\p{Ll}”""]|[^\d.][.]|\p{Ll}/|20\d\d|-CP|-TTg|/QH1\d|TT-(?:BNNPTNT|BNNMT|BTNMT|BGTVT|BKHĐT|BKHCN|BTTTT|BLĐTBXH|NHNN|BTC|BTP|BCA|BQP|BYT|BNV|BXD|BCT|BNG))(?=[\p{Lu}\d])|(?<=[.;,)])(?=\p{L})|(?<=[^\s(“""/_-])(?=(?:Mẫu|MẪU|mẫu|Mau|mau|Phụ lục|PHỤ LỤC|Phu luc)\b)")]
    private static partial Regex Glue();

    [GeneratedRegex(@"^(?:Mẫu|MẪU|mẫu|Mau|MAU|mau|Phụ lục|PHỤ LỤC|Phu luc|PL|PHLC|Đơn|Don|Tờ khai|To khai|ToKhai|Biểu|Bieu|BM|Giấy|Giay|Phiếu|Phieu|Bản|Mu[a-zA-Z])")]
    private static partial Regex KnownStart();

    [GeneratedRegex(@"(\.(?>docx?|pdf|xlsx?|rar|zip|jpe?g|png|rtf|odt))(?=[\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex FileNames();

    [GeneratedRegex(@"\.(?>docx?|pdf|xlsx?|rar|zip|jpe?g|png|rtf|odt)(?=$|[\p{Lu}\d]|mẫu|mau)", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();
}
