namespace Chatbot.Understanding.Masking;

/// <summary>How far a name reaches from a token. Names with large first letters are told by those; others only by the lists of names.</summary>
internal sealed class NameReader(MaskingData data)
{
    private const int Longest = 5;

    /// <returns>Position after the name; <paramref name="at"/> itself: no name starts here.</returns>
    public int AfterTitle(Page page, int at)
    {
        if (!page.IsWord(at)) return at;
        if (AnnouncedShape(page, at) is var told && told > at) return told;
        if (IsNoName(page, at)) return at;
        return IsTitleCase(page, at) ? Capitals(page, at) : Listed(page, at);
    }

    /// <summary>As <see cref="AfterTitle"/>; the label leaves no doubt that a name follows, so a word that no list holds is one too.</summary>
    public int AfterLabel(Page page, int at)
    {
        var known = AfterTitle(page, at);
        if (known > at || !page.IsWord(at) || IsNoName(page, at)) return known;
        var end = at;
        while (end < at + 3 && page.IsWord(end) && (end == at || page[end].Gap == 1) && !data.Ordinary.Has(page[end]) && !IsNoName(page, end)) end++;
        return end;
    }

    /// <summary>A line of nothing but a family name and one to four more words, as letters are signed: "vàng a chống"; in small letters it ends where a
    /// sentence begins. What comes before must say that it is a signature.</summary>
    public int OwnLine(Page page, int at)
    {
        if (at == 0 || page[at - 1].Kind != TokenKind.Break || !page.IsWord(at) || !data.Families.Has(page[at], page[at].IsBare) || IsNoName(page, at)) return at;
        var end = at + 1;
        while (end <= at + Longest && Follows(page, end) && !BeginsSentence(end)) end++;
        return end - at is > 1 and <= Longest && (end == page.Count || page[end].Kind == TokenKind.Break || BeginsSentence(end)) ? end : at;

        bool BeginsSentence(int next) => page.IsWord(next) && IsTitleCase(page, next) && !IsTitleCase(page, at);
    }

    /// <summary>What a word before it makes a name, whatever else it may mean: "vũ trang" that is or lives somewhere, "vàng a chống", "tôn nữ thu hạnh".</summary>
    private int AnnouncedShape(Page page, int at)
    {
        if (!data.Families.Has(page[at], page[at].IsBare) || !Follows(page, at + 1)) return at;
        var isBare = page[at].IsBare && page[at + 1].IsBare;
        if (data.SureFamilies.Has(page[at], isBare) && data.Givens.Has(page[at + 1], isBare))
        {
            if (IsTitleCase(page, at) && IsTitleCase(page, at + 1)) return Capitals(page, at);
            if (EndsName(page, at + 2)) return at + 2;
        }
        return page[at + 1].Plain is ("a" or "seo" or "nữ" or "nu") && Follows(page, at + 2) ? Extended(page, at, at + 3) : at;
    }

    /// <summary>A family name with at least one more; in small letters with at least two, or with one after a family name that is no other word.</summary>
    public int FullName(Page page, int at)
    {
        if (!page.IsWord(at) || !data.Families.Has(page[at], page[at].IsBare) || IsNoName(page, at) || IsInPlaceName(page, at)) return at;
        return IsTitleCase(page, at) ? CapitalFullName(page, at) : SmallFullName(page, at, isAnnounced: false);
    }

    private int CapitalFullName(Page page, int at)
    {
        var end = Capitals(page, at);
        var isBare = end > at + 1 && page[at].IsBare && page[at + 1].IsBare;
        if (end > at + 1 && !data.Families.Has(page[at], isBare)) return at;
        if (end - at >= 3) return end;
        return end - at == 2 && (data.SureFamilies.Has(page[at], isBare) || data.Givens.Has(page[at + 1], isBare)) ? end : SmallFullName(page, at, isAnnounced: false);
    }

    // A word without accents is taken for an accented name only where the whole name has none: "nguyen van an", not "bổ sung hoạt động".
    private int SmallFullName(Page page, int at, bool isAnnounced)
    {
        if (!Follows(page, at + 1)) return at;
        var isBare = page[at].IsBare && page[at + 1].IsBare;
        if (!data.Families.Has(page[at], isBare) && !isAnnounced) return at;
        var isSure = isAnnounced || data.SureFamilies.Has(page[at], isBare);
        return ThreeNames(page, at, isSure) is var three && three > at ? three : TwoNames(page, at, isSure, isAnnounced, isBare);
    }

    private int ThreeNames(Page page, int at, bool isSure)
    {
        if (!Follows(page, at + 2)) return at;
        var isBare = page[at].IsBare && page[at + 1].IsBare && page[at + 2].IsBare;
        if (!data.Families.Has(page[at], isBare)) return at;
        if (IsStrongMiddle(page[at + 1], isBare) && !IsNoName(page, at + 1) && (isSure || !isBare || !data.Ordinary.Has(page[at + 2]))) return Extended(page, at, at + 3);
        var areNames = data.Givens.Has(page[at + 1], isBare) && data.Givens.Has(page[at + 2], isBare);
        var mayBeWords = data.Ordinary.Has(page[at + 1]) || data.Ordinary.Has(page[at + 2]) || IsNoName(page, at + 1) || IsNoName(page, at + 2);
        return areNames && (isSure || !mayBeWords) ? Extended(page, at, at + 3) : at;
    }

    private int TwoNames(Page page, int at, bool isSure, bool isAnnounced, bool isBare)
    {
        if (!isSure || !data.Families.Has(page[at], isBare) || !data.Givens.Has(page[at + 1], isBare) || IsNoName(page, at + 1)) return at;
        return !data.Ordinary.Has(page[at + 1]) || (isAnnounced && isBare && EndsName(page, at + 2)) ? at + 2 : at;
    }

    // "em la ho thang, …", "chi ta nhung o canh nha": what was announced ends here, or is said to live or to be something.
    private static bool EndsName(Page page, int at) => !page.IsWord(at) || page[at].Folded is "a" or "o" or "la" or "sinh" or "sn" or "nhe";

    private int Extended(Page page, int at, int end)
    {
        while (end < at + Longest && Follows(page, end) && data.Givens.Has(page[end], page[at].IsBare) && !IsNoName(page, end)
            && (data.Middles.Has(page[end - 1], page[at].IsBare) || !data.Ordinary.Has(page[end]))) end++;
        return end;
    }

    private int Capitals(Page page, int at)
    {
        if (data.Ordinary.Has(page[at]) && !data.Givens.Has(page[at]) && !data.Families.Has(page[at])) return at;
        if (data.Titles.At(page, at).Length > 0 && !data.Givens.Has(page[at]) && !data.SureFamilies.Has(page[at], page[at].IsBare)) return at;   // "Vo Thang" is a Võ, "Vợ Lan" is not
        var end = at + 1;
        while (end < at + Longest && Follows(page, end) && IsTitleCase(page, end) && (!IsNoName(page, end) || page[end].Folded == "thi")) end++;
        if (page.IsSign(end, '\'') && page.IsWord(end + 1) && page[end].Gap == 0 && page[end + 1].Gap == 0) end += 2;   // H'Hen
        while (end < at + Longest + 2 && Follows(page, end) && IsTitleCase(page, end) && !IsNoName(page, end)) end++;
        return end;
    }

    private int Listed(Page page, int at)
    {
        if (FullNameListed(page, at) is var full && full > at) return full;
        if (!data.Givens.Has(page[at]) || data.Ordinary.Has(page[at])) return at;
        var end = at + 1;
        while (end < at + 4 && Follows(page, end) && data.Givens.Has(page[end]) && !data.Ordinary.Has(page[end]) && !IsNoName(page, end)) end++;
        return end;
    }

    private int FullNameListed(Page page, int at) => data.Families.Has(page[at], page[at].IsBare) ? SmallFullName(page, at, isAnnounced: true) : at;

    // What is all large (UBND, NGUYỄN VĂN AN) is no name by its shape; there the lists tell.
    private static bool IsTitleCase(Page page, int at) => page[at].IsCapital && !page[at].IsLarge;

    private static bool IsStrongMiddle(Token token, bool isBare) => token.Plain is "thị" or "văn" || (isBare && token.Folded is ("thi" or "van"));

    private static bool Follows(Page page, int at) => page.IsWord(at) && page[at].Gap is (1 or 2);

    private bool IsNoName(Page page, int at) => data.NotNames.At(page, at).Length > 0;

    private bool IsInPlaceName(Page page, int at) =>
        data.Communes.EndingAt(page, at - 1).Length > 0 || (page.IsSign(at - 1, '.') && data.Communes.EndingAt(page, at - 2).Length > 0);
}
