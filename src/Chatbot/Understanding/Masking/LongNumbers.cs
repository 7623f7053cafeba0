namespace Chatbot.Understanding.Masking;

/// <summary>Phones, identity cards, accounts and other long numbers, however they are spaced, told apart by the label before them or by their shape.</summary>
internal sealed class LongNumbers(MaskingData data) : IMaskingRule
{
    private const int MostGroups = 14;
    private const string Separators = ".-–—_·•()*,";

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            if (Dates.After(page, at) is var after && after > at)
            {
                at = after - 1;
                continue;
            }
            if (!page.IsOpen(at) || DigitsOf(page, at) is null) continue;
            at = Judge(page, at) - 1;
        }
    }

    private int Judge(Page page, int start)
    {
        var groups = new List<string> { DigitsOf(page, start)! };
        var end = start + 1;
        while (groups.Count < MostGroups && Next(page, end) is > 0 and var next)
        {
            groups.Add(DigitsOf(page, next)!);
            end = next + 1;
        }
        var from = WithPrefix(page, start);
        if (KindOf(page, from, end, groups) is { } kind) page.Take(kind.Kind, from, end, kind.Reason);
        return end;
    }

    /// <returns>Position of the group that belongs to the same number; 0: the number ends before <paramref name="at"/>.</returns>
    private static int Next(Page page, int at)
    {
        var position = at;
        while (position < at + 2 && position < page.Count && page.IsOpen(position) && page[position].Kind == TokenKind.Sign
            && Separators.Contains(page[position].Text[0]) && page[position].Gap <= 1) position++;
        if (!page.IsOpen(position) || page[position].Gap > 2 || DigitsOf(page, position) is null) return 0;
        if (position > at && page[position - 1].IsSign(',') && (page[position].Gap > 0 || page[position - 1].Gap > 0)) return 0;
        return Dates.After(page, position) > position ? 0 : position;
    }

    // "o" and "l" that were typed among digits for 0 and 1.
    private static string? DigitsOf(Page page, int at)
    {
        var token = page[at];
        if (token.IsDigits) return token.Text;
        if (!token.IsWord || token.Length > 3 || token.Text.Any(c => c is not ('o' or 'O' or 'l' or 'I'))) return null;
        var glued = (at + 1 < page.Count && page[at + 1].IsDigits && page[at + 1].Gap == 0 && page[at + 1].Length > 1) || (at > 0 && page[at - 1].IsDigits && token.Gap == 0);
        return glued ? token.Text.Replace('o', '0').Replace('O', '0').Replace('l', '1').Replace('I', '1') : null;
    }

    private static int WithPrefix(Page page, int start)
    {
        var from = start;
        if (page.IsSign(from - 1, '+') && page[from].Gap <= 1) from--;
        if (page.IsSign(from - 1, '(') && page[from].Gap == 0) from--;
        return from;
    }

    private (PersonalKind Kind, string Reason)? KindOf(Page page, int from, int end, List<string> groups)
    {
        var digits = string.Concat(groups);
        if (page.Kept.HasNumber(digits) || IsService(digits) || Dates.AreHours(groups) || AreYears(groups)) return null;
        if (LabelBefore.Of(page, from, data) is { } label && digits.Length >= Fewest(label)) return (label, $"sau từ chỉ loại số, {digits.Length} chữ số");
        if (digits.Length < 8 || IsMoney(page, from, end, digits)) return null;
        return (ByShape(digits), $"{digits.Length} chữ số");
    }

    private static int Fewest(PersonalKind label) => label switch
    {
        PersonalKind.Dossier or PersonalKind.BankAccount => 5,
        PersonalKind.Plate => 4,
        PersonalKind.Phone or PersonalKind.Passport => 6,
        PersonalKind.Link or PersonalKind.TrackingCode => 7,
        _ => 7,
    };

    private static PersonalKind ByShape(string digits) => digits.Length switch
    {
        12 when digits[0] == '0' => PersonalKind.IdentityNumber,
        9 when digits[0] is '9' or '8' or '7' or '3' or '5' => PersonalKind.Phone,
        9 => PersonalKind.IdentityNumber,
        10 or 11 when digits[0] == '0' && digits[1] != '0' => PersonalKind.Phone,
        11 or 12 or 13 when digits.StartsWith("84", StringComparison.Ordinal) || digits.StartsWith("0084", StringComparison.Ordinal) => PersonalKind.Phone,
        10 or 13 when digits[0] is '0' or '8' or '3' => PersonalKind.TaxCode,
        _ => PersonalKind.OtherNumber,
    };

    // Numbers of services for everybody: 1800…, 1900….
    private static bool IsService(string digits) =>
        digits.Length is >= 7 and <= 10 && (digits.StartsWith("1800", StringComparison.Ordinal) || digits.StartsWith("1900", StringComparison.Ordinal));

    private static bool AreYears(List<string> groups) =>
        groups.TrueForAll(g => g.Length == 4 && (g.StartsWith("19", StringComparison.Ordinal) || g.StartsWith("20", StringComparison.Ordinal)));

    private static bool IsMoney(Page page, int from, int end, string digits) =>
        digits[0] != '0' && digits.EndsWith("000", StringComparison.Ordinal) && end > from + 1 && page[from].Length <= 3
        && Enumerable.Range(from + 1, end - from - 1).All(i => !page[i].IsDigits || page[i].Length == 3);
}
