using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatbot.Catalogue.Import;

/// <summary>
/// The fee cell of a submission method. "Không có thông tin" is unknown and yields no fee at all; the portal also prints
/// "Miễn phí" for an amount of 0 whose remark then states the real fee, so "free" is believed only when nothing contradicts it.
/// </summary>
public static partial class FeesParser
{
    private const string Free = "Miễn phí";
    private const string Unknown = "Không có thông tin";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Fees at the start of the glued cell, and what follows them (the remark).</summary>
    public static (Parsed<Fee> Fees, string Remark) Take(string cell)
    {
        var fees = new List<Fee>();
        var sure = true;
        var rest = cell.TrimStart();
        while (Start(rest) is { Length: > 0 } start)
        {
            var (note, after, balanced) = Parenthesis(rest[start.Length..]);
            sure &= balanced;
            if (Read(start, note) is { } fee) fees.Add(fee);
            rest = after.TrimStart();
        }
        return (new(Believed(fees, rest), sure), rest);
    }

    /// <summary>A fee cell of its own: "Phí : 0 Đồng", "Lệ phí : 03 USD (…)", one a line.</summary>
    public static Parsed<Fee> Cell(string cell)
    {
        var said = SourceText.Said(cell);
        var fees = new List<Fee>();
        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (CellLine(line) is { } fee) fees.Add(fee);
        return new(fees, Sure: said.Length == 0 || fees.Count > 0);
    }

    private static Fee? CellLine(string line)
    {
        var label = Label().Match(line);
        var body = line[label.Length..].Trim();
        if (FreeCell().IsMatch(body)) return new Fee(0, Free) { IsFree = true };
        if (Amount().Match(body) is { Success: true } amount) return Read(amount.Value, Unwrapped(body[amount.Length..]));
        var words = body.StartsWith("Đồng", StringComparison.OrdinalIgnoreCase) ? body[4..].Trim() : body;
        return SourceText.IsNothing(Unwrapped(words)) ? null : new Fee(null, Unwrapped(words));
    }

    private static string Start(string text)
    {
        if (text.StartsWith(Free, StringComparison.Ordinal)) return Free;
        if (text.StartsWith(Unknown, StringComparison.Ordinal)) return Unknown;
        return Amount().Match(text).Value;
    }

    private static Fee? Read(string start, string note)
    {
        if (start == Unknown) return SourceText.IsNothing(note) ? null : new Fee(null, note);
        if (start == Free) return FreeUnlessNoted(note);
        var amount = Amount().Match(start);
        var dong = !amount.Groups["unit"].Value.Contains("USD", StringComparison.OrdinalIgnoreCase) && amount.Groups["other"].Length == 0;
        var number = Number(amount.Groups["number"].Value, dong);
        var text = dong && number is >= MinimumDong ? number.Value.ToString("#,0.##", Vietnamese) + " đồng" : amount.Value.Trim();
        return new Fee(dong && number >= MinimumDong ? number : null, SourceText.IsNothing(note) ? text : $"{text} ({note})");
    }

    // The portal shows "20 VNĐ" where the remark speaks of 20 USD: no Vietnamese fee is below 1,000 đồng, so only the words are kept.
    private const decimal MinimumDong = 1000;

    private static Fee FreeUnlessNoted(string note)
    {
        if (SourceText.IsNothing(note) || ConfirmsFree().IsMatch(note)) return new Fee(0, Free) { IsFree = true };
        return StatesFee(note) ? new Fee(null, note) : new Fee(null, $"{Free} ({note})");
    }

    // "Miễn phí", and then a remark that names a fee after all: neither is thrown away, and nobody is told "free".
    private static IReadOnlyList<Fee> Believed(List<Fee> fees, string remark)
    {
        if (!fees.Exists(f => f.IsFree)) return fees;
        if (fees.Exists(f => !f.IsFree)) return [.. fees.Select(f => f.IsFree ? new Fee(null, Free) : f)];
        return RemarkStatesFee().IsMatch(remark) ? [new Fee(null, "Mức thu nêu trong ghi chú của nguồn")] : fees.Count > 1 ? [fees[0]] : fees;
    }

    private static bool StatesFee(string note) => StatesAmount().IsMatch(note) || NamesRule().IsMatch(note);

    private static (string Note, string After, bool Balanced) Parenthesis(string text)
    {
        if (!text.StartsWith('(')) return ("", text, true);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return (SourceText.Line(text[1..i]), text[(i + 1)..].TrimStart(')'), true);
        }
        var last = text.LastIndexOf(')');   // a bracket was lost: the remark ends at the last one that is left, or nobody knows where
        return last < 0 ? (SourceText.Line(text[1..]), "", false) : (SourceText.Line(text[1..last]), text[(last + 1)..], false);
    }

    private static string Unwrapped(string text)
    {
        var inner = SourceText.Line(text);
        return inner.StartsWith('(') && inner.EndsWith(')') ? inner[1..^1].Trim() : inner;
    }

    /// <summary>Null when it is no number. In đồng both signs group thousands; elsewhere the point is decimal.</summary>
    private static decimal? Number(string text, bool dong)
    {
        var plain = text.TrimEnd('.', ',').Replace(",", "", StringComparison.Ordinal);
        if (dong) plain = Decimals().Replace(plain, "").Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^(?<number>\d[\d.,]{0,20})\s?(?:(?<unit>Việt Nam Đồng|VNĐ|VND|USD|Đồng|đồng)|(?<other>EUR|Euro|Đô la|JPY|CNY|GBP))", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:Lệ phí|Phí|Phí, lệ phí)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:0|o|không)\s*(?:đồng|vnđ)?\.?$|^miễn (?:lệ )?phí\.?$|^không thu(?: phí)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex FreeCell();

    [GeneratedRegex(@"^\W*(?:không (?:có|thu|phải nộp|mất|quy định|phí|lệ phí)|miễn (?:lệ )?phí|miễn thu|0 ?(?:đồng|đ|vnđ))[^\d%]{0,60}$", RegexOptions.IgnoreCase)]
    private static partial Regex ConfirmsFree();

    [GeneratedRegex(@"\d{1,3}(?:[.,]\d{3})+\s*(?:đ|vn|/)|\d+\s*(?:nghìn|ngàn|triệu)?\s*(?:đồng|vnđ|usd)|\d\s*%", RegexOptions.IgnoreCase)]
    private static partial Regex StatesAmount();

    [GeneratedRegex(@"phí[^.\n]{0,120}?\d[\d.,]*\s*(?:nghìn|ngàn|triệu)?\s*(?:đồng|vnđ|usd|đ/)", RegexOptions.IgnoreCase)]
    private static partial Regex RemarkStatesFee();

    [GeneratedRegex(@"mức|biểu|hội đồng nhân dân|HĐND|thông tư|nghị quyết|quy định|thu phí|thu lệ phí", RegexOptions.IgnoreCase)]
    private static partial Regex NamesRule();

    [GeneratedRegex(@"\.\d{1,2}$")]
    private static partial Regex Decimals();
}
