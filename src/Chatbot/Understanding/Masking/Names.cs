namespace Chatbot.Understanding.Masking;

/// <summary>Where names of people stand: after titles and labels, as family name with what follows, and under a letter.</summary>
internal sealed class Names(MaskingData data) : IMaskingRule
{
    private readonly NameReader reader = new(data);

    public void Find(Page page)
    {
        for (var at = 0; at < page.Count; at++)
        {
            if (!page.IsOpen(at)) continue;
            AfterLabel(page, at);
            AfterTitle(page, at);
            Take(page, at, reader.FullName(page, at), "họ và tên");
            AfterClosing(page, at);
        }
        LastLine(page);
    }

    private void AfterLabel(Page page, int at)
    {
        var (length, label) = data.NameLabels.At(page, at);
        if (length == 0) return;
        var from = at + length;
        for (var skipped = 0; skipped < 4 && page.IsOpen(from) && (page[from].Kind == TokenKind.Sign && ":-–=\"“'(.".Contains(page[from].Text[0])); skipped++) from++;
        if (data.Titles.At(page, from) is { Length: > 0 } title && !page[from].IsCapital) from += title.Length;
        Take(page, from, reader.AfterLabel(page, from), $"sau “{label}”");
    }

    // "ông Hùng", "chồng em tên Hùng", "chồng em là Hùng"
    private void AfterTitle(Page page, int at)
    {
        var (length, title) = data.Titles.At(page, at);
        if (length == 0 || data.NotNames.At(page, at).Length > length || IsLabelled(page, at)) return;
        var from = at + length;
        if (page.IsSign(from, ':') || page.IsSign(from, '.')) from = page.IsOpen(from + 1) && page[from].Gap == 0 && page[at].Length <= 4 ? from + 1 : from;
        Take(page, from, reader.AfterTitle(page, from), $"sau từ {title}");
        for (var between = 0; between < 3 && page.IsWord(from) && !page[from].IsCapital && (data.Fillers.Has(page[from]) || data.Titles.At(page, from).Length > 0); between++)
        {
            if (from > at + length && page[from - 1].Folded is ("la" or "ten") && reader.AfterTitle(page, from) > from) break;   // "em la vo nhung": Võ Nhung
            from++;
        }
        if (from > at + length && page.IsWord(from) && page[from - 1].Folded is ("la" or "ten")) Take(page, from, reader.AfterTitle(page, from), $"sau từ {title}");
    }

    private bool IsLabelled(Page page, int at) => data.NameLabels.EndingAt(page, at).Length > 0;

    private void AfterClosing(Page page, int at)
    {
        var (length, closing) = data.Closings.At(page, at);
        if (length == 0) return;
        var from = at + length;
        while (from < page.Count && from < at + length + 5 && (page[from].Kind == TokenKind.Break || (page[from].Kind == TokenKind.Sign && page.IsOpen(from)))) from++;
        if (data.Titles.At(page, from) is { Length: > 0 } title) from += title.Length;
        var own = reader.OwnLine(page, from);
        var end = Math.Max(reader.AfterTitle(page, from), own);
        if (end > from && (end == own || end == page.Count || !page[end].IsWordOrDigits)) Take(page, from, end, $"ký tên sau “{closing}”");
    }

    // A last line of nothing but a name.
    private void LastLine(Page page)
    {
        var end = page.Count;
        while (end > 0 && !page[end - 1].IsWordOrDigits && page[end - 1].Kind != TokenKind.Mask) end--;
        var from = end;
        while (from > 0 && end - from <= 6 && page[from - 1].Kind != TokenKind.Break) from--;
        if (from == 0 || end - from is 0 or > 6 || page[from - 1].Kind != TokenKind.Break) return;
        while (from < end && page[from].Kind == TokenKind.Sign) from++;
        if (data.Titles.At(page, from) is { Length: > 0 } title && from + title.Length < end) from += title.Length;
        if (reader.AfterTitle(page, from) == end) Take(page, from, end, "dòng ký tên");
    }

    private static void Take(Page page, int from, int end, string reason)
    {
        if (end > from) page.Take(PersonalKind.Name, from, end, reason);
    }
}
