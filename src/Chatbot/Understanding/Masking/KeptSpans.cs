namespace Chatbot.Understanding.Masking;

/// <summary>What stays although it has digits or large letters: procedure codes, numbers of legal documents, amounts of money, and what the office allows.</summary>
internal static class KeptSpans
{
    private static readonly HashSet<string> Money = ["đồng", "dong", "đ", "vnđ", "vnd", "triệu", "trieu", "nghìn", "nghin", "ngàn", "ngan", "tỷ", "tỉ", "ty", "k"];

    private const int LongestAmount = 8;   // without separators

    public static void Mark(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            if (AllowedPhrase(page, at) is > 0 and var allowed) page.Keep(at, at + allowed);
            if (!page[at].IsDigits) continue;
            var end = Math.Max(ProcedureCode(page, at), Math.Max(LegalNumber(page, at), Amount(page, at)));
            if (end > at) page.Keep(at, end);
        }
    }

    private static int AllowedPhrase(Page page, int at) =>
        page.Kept.Phrases.Where(phrase => StandsAt(page, at, phrase)).Select(phrase => Spread(page, at, phrase.Length)).DefaultIfEmpty().Max();

    private static bool StandsAt(Page page, int at, string[] phrase)
    {
        var position = at;
        foreach (var word in phrase)
        {
            while (position > at && position < page.Count && page[position].Kind == TokenKind.Sign) position++;
            if (position >= page.Count || page[position].Folded != word) return false;
            position++;
        }
        return true;
    }

    private static int Spread(Page page, int at, int words)
    {
        var position = at;
        while (words > 0) if (page[position++].IsWordOrDigits) words--;
        return position - at;
    }

    // 1.001193, 2.000815.000.00.00.H10
    private static int ProcedureCode(Page page, int at)
    {
        if (page[at].Length > 2 || !Glued(page, at + 1, '.') || !IsGluedDigits(page, at + 2) || page[at + 2].Length != 6) return at;
        var end = at + 3;
        while (Glued(page, end, '.') && end + 1 < page.Count && page[end + 1].Gap == 0 && page[end + 1].IsWordOrDigits)
        {
            end += 2;
            if (IsGluedDigits(page, end) && page[end - 1].IsWord) end++;
        }
        return end;
    }

    // 123/2015/NĐ-CP, 163/QĐ-BTP, 60/2014/QH13
    private static int LegalNumber(Page page, int at)
    {
        var end = at + 1;
        if (!Glued(page, end, '/')) return at;
        if (IsGluedDigits(page, end + 1) && page[end + 1].Length == 4 && Glued(page, end + 2, '/')) end += 2;
        if (end + 1 >= page.Count || page[end + 1].Gap > 0 || !page[end + 1].IsWord || page[end + 1].Length < 2) return at;
        end += 2;
        while (IsGluedDigits(page, end) || (Glued(page, end, '-') && end + 1 < page.Count && page[end + 1].Gap == 0 && page[end + 1].IsWord)) end++;
        while (end < page.Count && page[end].Gap == 0 && page[end].IsWord) end++;
        return end;
    }

    // 8.000 đồng, 1 500 000 đ, 200 nghìn
    private static int Amount(Page page, int at)
    {
        if (page[at].Text[0] == '0' && page[at].Length > 1) return at;
        var end = at + 1;
        while (IsThousands(page, end)) end += page[end].IsDigits ? 1 : 2;
        if (end >= page.Count || page[end].Gap > 1 || !page[end].IsWord || !Money.Contains(page[end].Plain)) return at;
        var isBank = page[end].Plain == "ngan" && end + 1 < page.Count && page[end + 1].Plain == "hang";
        return isBank || page[at].Length > LongestAmount ? at : end + 1;
    }

    private static bool IsThousands(Page page, int at)
    {
        if (at < page.Count && page[at].IsDigits) return page[at].Gap == 1 && page[at].Length == 3;
        return (Glued(page, at, '.') || Glued(page, at, ',')) && IsGluedDigits(page, at + 1) && page[at + 1].Length is 3 or 2 or 1;
    }

    private static bool Glued(Page page, int at, char sign) => at < page.Count && page[at].Gap == 0 && page[at].IsSign(sign);

    private static bool IsGluedDigits(Page page, int at) => at < page.Count && page[at].Gap == 0 && page[at].IsDigits;
}
