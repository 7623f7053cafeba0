namespace Chatbot.Understanding.Masking;

/// <summary>The date or year after "sinh ngày", "sinh năm" … Other dates stay: a law has one too.</summary>
internal sealed class BirthDates(MaskingData data) : IMaskingRule
{
    private const int Longest = 18;
    private static readonly WordList Between = new(["là", "vào", "hồi", "ngày", "mùng", "mồng", "tháng", "năm"]);
    private static readonly WordList NotBorn = new(["khai", "học", "hộ", "phát", "vệ", "chứng", "thí", "tái", "nảy", "phục"]);

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            var (length, _) = data.BirthLabels.At(page, at);
            if (length == 0 || (page[at].Folded == "sinh" && at > 0 && NotBorn.Has(page[at - 1]))) continue;
            var from = at + length;
            while (page.IsSign(from, ':') || page.IsSign(from, '.') || (page.IsWord(from) && Between.Has(page[from]))) from++;
            var end = End(page, from);
            if (end > from && IsBirth(page, from, end)) page.Take(PersonalKind.BirthDate, from, end, "sau từ chỉ ngày sinh");
            at = Math.Max(at, end - 1);
        }
    }

    private static int End(Page page, int from)
    {
        var end = from;
        for (var at = from; at < from + Longest && page.IsOpen(at); at++)
        {
            var token = page[at];
            if (token.IsSign('.') && at + 1 < page.Count && page[at + 1].Gap > 0) break;
            if (token.IsDigits || (token.IsWord && (SpokenNumbers.Digits.Has(token) || (at > from && SpokenNumbers.Tens.Has(token))))) end = at + 1;
            else if (!(token.IsWord && Between.Has(token)) && !(token.Kind == TokenKind.Sign && token.Text[0] is ('/' or '-' or '.' or '–'))) break;
        }
        return end;
    }

    // "sinh 2 con" is a count, "sinh ngày 01/01/2021 trở về sau" a rule.
    private static bool IsBirth(Page page, int from, int end)
    {
        if (end < page.Count && page[end].Folded == "tro") return false;
        return end > from + 1 || Dates.IsYear(page, from) || (page[from].IsDigits && page[from].Length is (2 or 8) && page[from - 1].Folded is ("nam" or "sn" or "ngay" or ":"));
    }
}
