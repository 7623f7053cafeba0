namespace Chatbot.Understanding.Masking;

/// <summary>Codes of letters and digits: dossier numbers, tracking codes, plates, passports, health cards, and whatever follows a label.</summary>
internal sealed class Codes(MaskingData data) : IMaskingRule
{
    private const string TrackingLetters = "34679ACDEFHJKMNPQRTVWXY";
    private const int Longest = 14;

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            if (!page.IsOpen(at) || !page[at].IsWordOrDigits) continue;
            var end = Math.Max(Dossier(page, at), Math.Max(Plate(page, at), Math.Max(Letter(page, at), Math.Max(Tracking(page, at), Labelled(page, at)))));
            at = Math.Max(at, end - 1);
        }
    }

    // H49.20-250712-0013, 000.00.01.H10-250101-0001, H49 20 250712 0013
    private static int Dossier(Page page, int at)
    {
        if (!page.IsWord(at) || page[at].Length != 1 || !page.IsDigits(at + 1) || page[at + 1].Gap > 0 || page[at + 1].Length != 2) return at;
        var (end, digits, parts) = (at + 2, 2, 0);
        while (PartAfter(page, end) is > 0 and var part)
        {
            (end, digits, parts) = (part + 1, digits + page[part].Length, parts + 1);
        }
        if (parts < 2 || digits < 10) return at;
        var from = at;
        while (page.IsSign(from - 1, '.') && page.IsDigits(from - 2) && page[from - 1].Gap == 0) from -= 2;
        page.Take(PersonalKind.Dossier, from, end, "dạng mã hồ sơ");
        return end;
    }

    private static int PartAfter(Page page, int at)
    {
        if (page.IsDigits(at) && page[at].Gap == 1) return at;
        return (page.IsSign(at, '.') || page.IsSign(at, '-')) && page[at].Gap <= 1 && page.IsDigits(at + 1) && page[at + 1].Gap <= 1 ? at + 1 : 0;
    }

    // 29A-123.45, 30H1 2345, 59X112345, 29-b1 123.45, 50A 123 45
    private static int Plate(Page page, int at)
    {
        if (!page.IsDigits(at) || page[at].Length != 2) return at;
        var letters = page.IsSign(at + 1, '-') || page.IsSign(at + 1, '.') ? at + 2 : at + 1;
        if (!page.IsWord(letters) || page[letters].Length > 2 || page[letters].Gap > 1 || page[letters].Plain.Any(c => c is not ('đ' or (>= 'a' and <= 'z')))) return at;
        var number = letters + 1;
        var hasSeries = page.IsDigits(number) && page[number].Gap == 0 && page[number].Length == 1;
        if (!page[letters].IsCapital && (page[letters].Gap > 0 || page[letters].Length > 1 || (letters > at + 1 && !hasSeries))) return at;
        if (hasSeries) number++;
        if (page.IsSign(number, '-') || page.IsSign(number, '.') || page.IsSign(number, '–')) number++;
        if (!page.IsDigits(number) || page[number].Gap > 1) return at;
        var end = number + 1;
        var digits = page[number].Length;
        if (page.IsSign(end, '.') && page.IsDigits(end + 1) && page[end].Gap == 0 && page[end + 1].Length == 2) (digits, end) = (digits + 2, end + 2);
        else if (digits == 3 && page.IsDigits(end) && page[end].Gap == 1 && page[end].Length == 2) (digits, end) = (5, end + 1);
        if (digits is < 4 or > 6) return at;
        page.Take(PersonalKind.Plate, at, end, "dạng biển số xe");
        return end;
    }

    // C1234567; GD4797912345678
    private static int Letter(Page page, int at)
    {
        if (!page.IsWord(at) || page[at].Length > 2 || !page.IsDigits(at + 1) || page[at + 1].Gap > 1) return at;
        if (page[at].Length == 1 && page[at + 1].Length is (7 or 8) && (page[at + 1].Gap == 0 || page[at].IsCapital)) return Taken(page, PersonalKind.Passport, at, at + 2, "dạng số hộ chiếu");
        var (end, digits) = (at + 2, page[at + 1].Length);
        while (digits < 13 && page.IsDigits(end) && page[end].Gap == 1) digits += page[end++].Length;
        return page[at].Length == 2 && digits == 13 && page[at + 1].Gap == (end > at + 2 ? page[at + 1].Gap : 0)
            ? Taken(page, PersonalKind.InsuranceNumber, at, end, "dạng số thẻ bảo hiểm y tế") : at;
    }

    private static int Tracking(Page page, int at)
    {
        if (at > 0 && page[at].Gap == 0 && page[at - 1].Kind is not TokenKind.Break && !page[at - 1].IsSign('(') && !page[at - 1].IsSign(':')) return at;
        var end = Glued(page, at, "-");
        var written = string.Concat(Enumerable.Range(at, end - at).Select(i => page[i].Text));
        var code = written.Replace("-", "", StringComparison.Ordinal);
        if (code.Length != 7 || written.Length > 8 || !code.All(TrackingLetters.Contains) || !code.Any(char.IsDigit) || code.Count(char.IsLetter) < 2) return at;
        return Taken(page, PersonalKind.TrackingCode, at, end, "dạng mã tra cứu");
    }

    private int Labelled(Page page, int at)
    {
        if (LabelBefore.Of(page, at, data) is not { } kind) return at;
        if (data.Fillers.Has(page[at])) return at;
        var end = Glued(page, at, kind == PersonalKind.Link ? "._-" : ".-/_");
        var letters = Enumerable.Range(at, end - at).Where(i => page[i].IsWordOrDigits).Sum(i => page[i].Length);
        var signs = Enumerable.Range(at, end - at).Any(i => page[i].Kind == TokenKind.Sign);
        var digits = Enumerable.Range(at, end - at).Where(i => page[i].IsDigits).Sum(i => page[i].Length);
        var isCode = kind == PersonalKind.Link ? letters >= 5 && (digits > 0 || signs) : letters >= 5 && digits >= 2 && end > at + 1 && Dates.After(page, at) == at;
        return isCode ? Taken(page, kind, at, end, "sau từ chỉ loại mã") : at;
    }

    /// <returns>End of the letters, digits and given signs that stand here without a blank.</returns>
    private static int Glued(Page page, int at, string signs)
    {
        var end = at + 1;
        while (end < at + Longest && page.IsOpen(end) && page[end].Gap == 0 && (page[end].IsWordOrDigits || signs.Contains(page[end].Text[0]))) end++;
        while (end > at + 1 && !page[end - 1].IsWordOrDigits) end--;
        return end;
    }

    private static int Taken(Page page, PersonalKind kind, int from, int end, string reason)
    {
        page.Take(kind, from, end, reason);
        return end;
    }
}
